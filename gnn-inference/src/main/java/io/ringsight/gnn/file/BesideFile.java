package io.ringsight.gnn.file;

import io.ringsight.ingest.error.ErrorCode;
import io.ringsight.ingest.error.RingsightException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Writes a file beside its name and moves it over it, so that what was there before stays until the new one is whole. */
public final class BesideFile {
    private BesideFile() {}

    /** Writes the whole file under another name. */
    public interface Content {
        void writeTo(Path beside) throws IOException;
    }

    /** @throws RingsightException with {@code OUTPUT_UNWRITABLE} */
    public static void write(Path file, Content content) {
        Path beside = file.resolveSibling(file.getFileName() + ".part");
        try {
            content.writeTo(beside);
            Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw unwritable(file, e);
        } finally {
            forget(beside);
        }
    }

    /** What was not finished; whatever stopped it is what to report. */
    private static void forget(Path beside) {
        try {
            Files.deleteIfExists(beside);
        } catch (IOException _) {
            // The next writing starts over it.
        }
    }

    /** That a file cannot be written. */
    public static RingsightException unwritable(Path file, IOException cause) {
        return new RingsightException(
                ErrorCode.OUTPUT_UNWRITABLE,
                "Cannot write " + file + ": " + cause.getMessage(),
                "Maybe the disk is full or the folder is read-only.",
                cause);
    }
}
