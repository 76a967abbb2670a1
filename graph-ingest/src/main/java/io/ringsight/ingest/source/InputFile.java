package io.ringsight.ingest.source;

import io.ringsight.ingest.error.ErrorCode;
import io.ringsight.ingest.error.RingsightException;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** Opens text files, and says in plain words why one cannot be read. */
final class InputFile {
    private InputFile() {}

    /** The file's bytes, unpacked when its name ends in {@code .gz}, without a byte order mark. */
    static InputStream open(Path path) {
        try {
            InputStream in = Files.newInputStream(path);
            if (name(path).endsWith(".gz")) {
                in = new GZIPInputStream(in, 1 << 16);
            }
            return withoutMark(path, in);
        } catch (IOException e) {
            throw unreadable(path, e);
        }
    }

    private static InputStream withoutMark(Path path, InputStream in) throws IOException {
        var mark = new PushbackInputStream(in, 3);
        byte[] first = mark.readNBytes(3);
        if (first.length == 0) {
            mark.close();
            throw empty(path);
        }
        int one = first[0] & 0xff;
        int two = first.length > 1 ? first[1] & 0xff : 0;
        if (one == 0xff && two == 0xfe || one == 0xfe && two == 0xff) {
            mark.close();
            throw new RingsightException(
                    ErrorCode.INPUT_MALFORMED, path + " is UTF-16 text.", "Maybe save it again as UTF-8.");
        }
        if (!(first.length == 3 && one == 0xef && two == 0xbb && (first[2] & 0xff) == 0xbf)) {
            mark.unread(first);
        }
        return mark;
    }

    static RingsightException empty(Path path) {
        return new RingsightException(
                ErrorCode.INPUT_UNREADABLE, path + " is empty.", "Maybe whatever writes it did not finish.");
    }

    static RingsightException headerOnly(Path path) {
        return new RingsightException(
                ErrorCode.INPUT_UNREADABLE, path + " has a header but no row.", "Maybe an export found nothing.");
    }

    static RingsightException unreadable(Path path, IOException e) {
        return switch (e) {
            case NoSuchFileException _ -> missing(path);
            case ZipException _ ->
                new RingsightException(
                        ErrorCode.INPUT_MALFORMED,
                        path + " is not gzip, or damaged.",
                        "Maybe it is not compressed.",
                        e);
            case EOFException _ ->
                new RingsightException(
                        ErrorCode.INPUT_MALFORMED, path + " breaks off.", "Maybe it was not copied whole.", e);
            default ->
                new RingsightException(
                        ErrorCode.INPUT_UNREADABLE, path + " cannot be read.", "Maybe its permissions forbid it.", e);
        };
    }

    static RingsightException missing(Path path) {
        return new RingsightException(
                ErrorCode.INPUT_UNREADABLE, "There is no " + path + ".", "Maybe the path is mistyped or relative.");
    }

    static String name(Path path) {
        Path name = path.getFileName();
        return name == null ? path.toString() : name.toString();
    }
}
