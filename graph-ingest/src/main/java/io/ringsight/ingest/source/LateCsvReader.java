package io.ringsight.ingest.source;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** {@code identifiers.csv} alone: every row is a further sighting of an account that is known already. */
final class LateCsvReader implements ApplicationReader {
    static final List<String> REQUIRED = List.of("account_id", "type", "value");
    static final List<String> OPTIONAL = List.of("first_seen", "last_seen");

    private final CsvRows rows;

    LateCsvReader(Path identifiers) {
        rows = new CsvRows(identifiers, REQUIRED, OPTIONAL);
    }

    @Override
    public Optional<Supplier<SourceBatch>> next() {
        List<Rejection> rejections = new ArrayList<>();
        return rows.next(rejections).map(found -> () -> batch(rows.file(), found, rejections));
    }

    static SourceBatch batch(String file, List<CsvRows.Row> rows, List<Rejection> rejections) {
        List<LateIdentifier> late = new ArrayList<>(rows.size());
        for (CsvRows.Row row : rows) {
            var draft = new LateDraft(new Origin(file, row.line()));
            String[] values = row.values();
            draft.set("account_id", values[0]);
            fill(draft.identifier(), values);
            draft.finish(rejections).ifPresent(late::add);
        }
        return SourceBatch.of(List.of(), late, rejections);
    }

    /** The identifier in a row of the columns above. */
    static IdentifierDraft draft(String file, CsvRows.Row row) {
        var draft = new IdentifierDraft(new Origin(file, row.line()));
        fill(draft, row.values());
        return draft;
    }

    private static void fill(IdentifierDraft draft, String[] values) {
        draft.set("type", values[1]);
        draft.set("value", values[2]);
        draft.set("first_seen", values[3]);
        draft.set("last_seen", values[4]);
    }

    @Override
    public void close() {
        rows.close();
    }
}
