package io.ringsight.api.decision;

import io.ringsight.ingest.error.ErrorCode;
import io.ringsight.ingest.error.RingsightException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/** The files of a decision log, one a day (UTC): {@code 2026-11-28.jsonl}. */
final class DecisionFiles {
    private static final String ENDING = ".jsonl";

    private final Path folder;

    DecisionFiles(Path folder) {
        this.folder = folder;
    }

    Path folder() {
        return folder;
    }

    Path file(LocalDate day) {
        return folder.resolve(day + ENDING);
    }

    /** The day of a moment, milliseconds since 1970 UTC. */
    static LocalDate day(long at) {
        return Instant.ofEpochMilli(at).atZone(ZoneOffset.UTC).toLocalDate();
    }

    /** Those that there are, the oldest first. */
    TreeMap<LocalDate, Path> all() throws IOException {
        var all = new TreeMap<LocalDate, Path>();
        if (Files.isDirectory(folder)) {
            try (var files = Files.list(folder)) {
                files.forEach(file -> day(file).ifPresent(day -> all.put(day, file)));
            }
        }
        return all;
    }

    private static Optional<LocalDate> day(Path file) {
        String name = file.getFileName().toString();
        try {
            return name.endsWith(ENDING)
                    ? Optional.of(LocalDate.parse(name.substring(0, name.length() - ENDING.length())))
                    : Optional.empty();
        } catch (DateTimeParseException _) {
            return Optional.empty();
        }
    }

    /** Deletes the files of days before that one. */
    void deleteBefore(LocalDate day) throws IOException {
        for (Path file : List.copyOf(all().headMap(day).values())) {
            Files.deleteIfExists(file);
        }
    }

    /** The check of that id. */
    Optional<LoggedCheck> find(String checkId) {
        LoggedCheck[] found = {null};
        read(List.of(file(day(CheckIds.time(checkId)))), line -> line.contains(checkId), check -> {
            boolean isIt = check.checkId().equals(checkId);
            if (isIt) {
                found[0] = check;
            }
            return !isIt;
        });
        return Optional.ofNullable(found[0]);
    }

    /**
     * Hands over every check, the oldest file first, until {@code each} says that it wants no more.
     *
     * @return how many lines were skipped, because they were cut off or damaged
     */
    long read(Predicate<LoggedCheck> each) {
        try {
            return read(List.copyOf(all().values()), _ -> true, each);
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private long read(List<Path> files, Predicate<String> wanted, Predicate<LoggedCheck> each) {
        long skipped = 0;
        for (Path file : files) {
            if (!Files.exists(file)) {
                continue;
            }
            // A decoder that replaces what it cannot read: a line that was cut within a character is skipped as any
            // other.
            try (var lines =
                    new BufferedReader(new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8))) {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    if (line.isEmpty() || !wanted.test(line)) {
                        continue;
                    }
                    Optional<LoggedCheck> check = LoggedCheckJson.read(line);
                    if (check.isEmpty()) {
                        skipped++;
                    } else if (!each.test(check.get())) {
                        return skipped;
                    }
                }
            } catch (IOException e) {
                throw unreadable(e);
            }
        }
        return skipped;
    }

    private RingsightException unreadable(IOException cause) {
        return new RingsightException(
                ErrorCode.INPUT_UNREADABLE,
                "The decision log in " + folder + " cannot be read.",
                "Maybe it belongs to another user: it is for its owner alone.",
                cause);
    }
}
