package io.ringsight.ingest.source;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** One application a line. Blank lines are skipped. */
final class JsonLinesReader implements ApplicationReader {
    /** The longest line, in bytes. */
    static final int LONGEST = 1 << 20;

    private final Path path;
    private final RecordSplitter splitter;

    JsonLinesReader(Path path) {
        this.path = path;
        this.splitter = new RecordSplitter(InputFile.open(path), false, LONGEST);
    }

    @Override
    public Optional<Supplier<SourceBatch>> next() {
        try {
            String file = InputFile.name(path);
            return splitter.next().map(records -> () -> parse(file, records));
        } catch (IOException e) {
            throw InputFile.unreadable(path, e);
        }
    }

    private static SourceBatch parse(String file, RawRecords records) {
        List<Application> applications = new ArrayList<>(records.count());
        List<Rejection> rejections = CsvRows.refusals(file, records);
        for (int i = 0; i < records.count(); i++) {
            if (!records.isBlank(i)) {
                var origin = new Origin(file, records.line(i));
                ApplicationJson.parse(
                                records.bytes(), records.start(i), records.end(i), origin, Optional.empty(), rejections)
                        .ifPresent(applications::add);
            }
        }
        return SourceBatch.of(applications, List.of(), rejections);
    }

    @Override
    public void close() {
        try {
            splitter.close();
        } catch (IOException e) {
            throw InputFile.unreadable(path, e);
        }
    }
}
