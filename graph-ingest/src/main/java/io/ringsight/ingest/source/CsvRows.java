package io.ringsight.ingest.source;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.ringsight.ingest.source.Rejection.Scope;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The rows of a CSV file (RFC 4180, UTF-8, with a header) as the values of wanted columns, batch by batch. A row that is not
 * UTF-8, not CSV, or has more or fewer fields than the header is rejected by itself. Not thread-safe.
 */
final class CsvRows implements Closeable {
    /** The longest row, in bytes. */
    static final int LONGEST = 1 << 16;

    private static final CsvReader.CsvReaderBuilder CSV =
            CsvReader.builder().skipEmptyLines(false).allowExtraFields(true).allowMissingFields(true);
    private static final char REPLACED = '\uFFFD';

    private final Path path;
    private final String file;
    private final RecordSplitter splitter;
    private final CsvHeader header;
    private final boolean mayBeEmpty;
    private RawRecords first;
    private boolean firstIsPending = true;
    private boolean any;

    /** A row: the line it starts at and the wanted columns, empty where the file lacks one. */
    record Row(long line, String[] values) {}

    CsvRows(Path path, List<String> required, List<String> optional) {
        this(path, required, optional, false);
    }

    /** @param mayBeEmpty whether a header alone is a good file */
    CsvRows(Path path, List<String> required, List<String> optional, boolean mayBeEmpty) {
        this.mayBeEmpty = mayBeEmpty;
        this.path = path;
        this.file = InputFile.name(path);
        this.splitter = new RecordSplitter(InputFile.open(path), true, LONGEST);
        try {
            first = splitter.next().orElseThrow(() -> InputFile.empty(path));
        } catch (IOException e) {
            throw InputFile.unreadable(path, e);
        }
        String[] names = first.count() == 0 ? new String[0] : single(first, 0).orElse(new String[0]);
        header = CsvHeader.of(path, names, required, optional);
    }

    /** The next rows; what cannot be read goes to {@code rejections}. Empty at the end of the file. */
    Optional<List<Row>> next(List<Rejection> rejections) {
        try {
            Optional<RawRecords> records = firstIsPending ? Optional.of(first) : splitter.next();
            int skip = firstIsPending ? 1 : 0;
            firstIsPending = false;
            if (records.isEmpty() && !any && !mayBeEmpty) {
                throw InputFile.headerOnly(path);
            }
            return records.map(found -> rows(found, skip, rejections));
        } catch (IOException e) {
            throw InputFile.unreadable(path, e);
        }
    }

    private List<Row> rows(RawRecords records, int skip, List<Rejection> rejections) {
        rejections.addAll(refusals(file, records));
        any |= records.count() > skip || !records.refused().isEmpty();
        List<String[]> all = together(records);
        List<Row> rows = new ArrayList<>(records.count());
        for (int i = skip; i < records.count(); i++) {
            long line = records.line(i);
            Optional<String[]> fields = all.isEmpty() ? single(records, i) : Optional.of(all.get(i));
            if (records.isBlank(i)) {
                continue;
            }
            if (fields.isEmpty()) {
                rejections.add(record(line, "is not valid UTF-8 or not valid CSV"));
            } else if (fields.get().length != header.width()) {
                rejections.add(
                        record(line, "has " + fields.get().length + " fields where the header has " + header.width()));
            } else {
                rows.add(new Row(line, header.pick(fields.get())));
            }
        }
        return rows;
    }

    private Rejection record(long line, String reason) {
        return new Rejection(Scope.RECORD, Optional.empty(), new Origin(file, line), reason);
    }

    /** All records in one go, or an empty list when one of them needs a closer look. */
    private static List<String[]> together(RawRecords records) {
        String text = new String(records.bytes(), 0, records.length(), StandardCharsets.UTF_8);
        if (text.indexOf(REPLACED) >= 0) {
            return List.of();
        }
        List<String[]> all = new ArrayList<>(records.count());
        try (CsvReader<CsvRecord> csv = CSV.ofCsvRecord(text)) {
            for (CsvRecord record : csv) {
                all.add(record.getFields().toArray(String[]::new));
            }
        } catch (CsvParseException _) {
            return List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all.size() == records.count() ? all : List.of();
    }

    private static Optional<String[]> single(RawRecords records, int i) {
        int start = records.start(i);
        String text = new String(records.bytes(), start, records.end(i) - start, StandardCharsets.UTF_8);
        if (text.indexOf(REPLACED) >= 0) {
            return Optional.empty();
        }
        try (CsvReader<CsvRecord> csv = CSV.ofCsvRecord(text)) {
            List<CsvRecord> found = csv.stream().toList();
            return found.size() == 1
                    ? Optional.of(found.getFirst().getFields().toArray(String[]::new))
                    : Optional.empty();
        } catch (CsvParseException _) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The records that could not be cut out, as rejections. */
    static List<Rejection> refusals(String file, RawRecords records) {
        List<Rejection> rejections = new ArrayList<>();
        for (RawRecords.Refused refused : records.refused()) {
            rejections.add(
                    new Rejection(Scope.RECORD, Optional.empty(), new Origin(file, refused.line()), refused.reason()));
        }
        return rejections;
    }

    String file() {
        return file;
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
