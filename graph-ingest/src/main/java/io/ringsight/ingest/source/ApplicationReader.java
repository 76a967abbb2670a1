package io.ringsight.ingest.source;

import io.ringsight.ingest.error.ErrorCode;
import io.ringsight.ingest.error.RingsightException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Reads one file or folder in order, a batch of neighbouring records at a time. {@link #next} is called from one thread; the
 * parsing that it hands out may run in any thread.
 */
public interface ApplicationReader extends AutoCloseable {
    /** How to parse the next records, or empty at the end. */
    Optional<Supplier<SourceBatch>> next();

    @Override
    void close();

    /** The reader for a {@code .jsonl[.gz]}, a {@code .parquet}, or a folder of either CSV or Parquet tables. */
    static ApplicationReader open(Path path) {
        String name = InputFile.name(path).toLowerCase(Locale.ROOT);
        if (Files.isDirectory(path)) {
            return folder(path);
        }
        if (!Files.exists(path)) {
            throw InputFile.missing(path);
        }
        if (name.endsWith(".jsonl") || name.endsWith(".jsonl.gz")) {
            return new JsonLinesReader(path);
        }
        if (name.endsWith(".parquet")) {
            return ParquetReader.file(path);
        }
        if (name.equals("identifiers.csv")) {
            return new LateCsvReader(path);
        }
        throw new RingsightException(
                ErrorCode.INPUT_UNREADABLE,
                path + " is of no known kind.",
                "Maybe rename it: .jsonl, .jsonl.gz or .parquet, or name the folder with accounts.csv and identifiers.csv.");
    }

    private static ApplicationReader folder(Path folder) {
        for (String kind : new String[] {"csv", "parquet"}) {
            Path accounts = folder.resolve("accounts." + kind);
            Path identifiers = folder.resolve("identifiers." + kind);
            boolean some = Files.exists(accounts);
            if (some && !Files.exists(identifiers)) {
                throw new RingsightException(
                        ErrorCode.INPUT_UNREADABLE,
                        folder + " has accounts." + kind + " but no identifiers." + kind + ".",
                        "Maybe it was not copied whole.");
            }
            if (some) {
                return kind.equals("csv")
                        ? new CsvFolderReader(accounts, identifiers)
                        : ParquetReader.tables(accounts, identifiers);
            }
            if (Files.exists(identifiers)) {
                return kind.equals("csv") ? new LateCsvReader(identifiers) : ParquetReader.file(identifiers);
            }
        }
        throw new RingsightException(
                ErrorCode.INPUT_UNREADABLE,
                "The folder " + folder
                        + " has no data: neither accounts.csv nor identifiers.csv, nor the same as .parquet.",
                "Maybe the data is in a folder below it.");
    }
}
