package io.ringsight.ingest.source;

import java.nio.file.Path;

final class ParquetReader {
    private ParquetReader() {}

    static ApplicationReader file(Path path) {
        throw new UnsupportedOperationException("not yet " + path);
    }

    static ApplicationReader tables(Path accounts, Path identifiers) {
        throw new UnsupportedOperationException("not yet " + accounts + identifiers);
    }
}
