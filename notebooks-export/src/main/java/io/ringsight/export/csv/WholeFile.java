package io.ringsight.export.csv;

import io.ringsight.ingest.error.ErrorCode;
import io.ringsight.ingest.error.RingsightException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Writes files whole or not at all: under a name beside the final one, then renamed. */
public final class WholeFile {
    private WholeFile() {}

    /** What goes into a file. */
    @FunctionalInterface
    public interface Content {
        void writeTo(Writer writer) throws IOException;
    }

    /** Makes the folder, and says plainly when that cannot be. */
    public static void createFolder(Path folder) {
        try {
            if (Files.exists(folder) && !Files.isDirectory(folder)) {
                throw new NotDirectoryException(folder.toString());
            }
            Files.createDirectories(folder);
            if (!Files.isWritable(folder)) {
                throw new IOException("not writable");
            }
        } catch (IOException e) {
            throw new RingsightException(
                    ErrorCode.OUTPUT_UNWRITABLE,
                    "Cannot write into the folder " + folder + ".",
                    "Maybe it is a file, or read-only for this user.",
                    e);
        }
    }

    /** Writes UTF-8; whatever stood there before stays until the new content is complete. */
    public static void write(Path file, Content content) {
        Path next = file.resolveSibling("." + file.getFileName() + ".next");
        try {
            try (Writer writer = Files.newBufferedWriter(next, StandardCharsets.UTF_8)) {
                content.writeTo(writer);
            }
            replace(next, file);
        } catch (IOException | UncheckedIOException e) {
            try {
                Files.deleteIfExists(next);
            } catch (IOException cleanup) {
                e.addSuppressed(cleanup);
            }
            throw new RingsightException(
                    ErrorCode.OUTPUT_UNWRITABLE,
                    "Cannot write " + file + ".",
                    "Maybe the disk is full or the folder is read-only.",
                    e);
        }
    }

    private static void replace(Path next, Path file) throws IOException {
        try {
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(next, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
