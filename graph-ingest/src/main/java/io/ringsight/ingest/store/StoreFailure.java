package io.ringsight.ingest.store;

import io.ringsight.ingest.error.ErrorCode;
import io.ringsight.ingest.error.RingsightException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What a JVM of the store said before it ended, for a person. */
final class StoreFailure {
    private static final String MARK = "ringsight-store failed: ";

    private StoreFailure() {}

    static RingsightException read(Path log, String what) {
        String why = lastWords(log);
        return new RingsightException(ErrorCode.STORE_UNAVAILABLE, what + ": " + why, hint(why, log));
    }

    private static String lastWords(Path log) {
        List<String> lines = lines(log);
        return lines.stream()
                .filter(line -> line.startsWith(MARK))
                .map(line -> line.substring(MARK.length()))
                .reduce((_, last) -> last)
                .or(() -> lines.stream().filter(line -> !line.isBlank()).reduce((_, last) -> last))
                .orElse("it ended without a word");
    }

    private static List<String> lines(Path log) {
        try {
            return new String(Files.readAllBytes(log), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    private static String hint(String why, Path log) {
        if (why.contains("No space left")) {
            return "Maybe free some space on the disk.";
        }
        if (why.contains("Read-only file system") || why.contains("AccessDenied")) {
            return "Maybe the data folder is read-only.";
        }
        if (why.contains("another process holds") || why.contains("FileLock")) {
            return "Maybe another program has opened the database: end it.";
        }
        if (why.contains("OutOfMemory") || why.contains("Could not reserve")) {
            return "Maybe the machine has too little memory left.";
        }
        return "Maybe " + log + " says more.";
    }
}
