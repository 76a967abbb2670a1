package io.ringsight.ingest.source;

import io.ringsight.ingest.record.AccountLabel.Verdict;
import io.ringsight.ingest.source.Rejection.Scope;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Rows that say of an account that it is fraud or legit, {@code account_id} and {@code label} first: what {@code labels.csv}
 * and {@code truth.csv} have in common. A bad row is rejected by itself.
 */
final class VerdictRows {
    private VerdictRows() {}

    /**
     * A row whose account and verdict are good.
     *
     * @param values of the wanted columns, those two first
     */
    record Row(String accountId, Verdict verdict, String[] values, Origin origin) {
        /** A rejection of this row because of one of its fields. */
        Rejection rejected(String field, String reason) {
            return new Rejection(Scope.RECORD, Optional.of(accountId), origin.at(field), reason);
        }
    }

    /** Takes one good row; may still refuse it. */
    @FunctionalInterface
    interface RowSink {
        void take(Row row, Consumer<Rejection> rejections);
    }

    /**
     * @param required {@code account_id}, {@code label}, and more
     * @param mayBeEmpty whether a header alone is a good file
     */
    static void read(
            Path path,
            List<String> required,
            List<String> optional,
            boolean mayBeEmpty,
            RowSink sink,
            RejectionSink rejections) {
        try (CsvRows rows = new CsvRows(path, required, optional, mayBeEmpty)) {
            List<Rejection> found = new ArrayList<>();
            for (var batch = rows.next(found); batch.isPresent(); batch = rows.next(found)) {
                for (CsvRows.Row row : batch.get()) {
                    row(rows.file(), row, found).ifPresent(good -> sink.take(good, found::add));
                }
                found.forEach(rejections::reject);
                found.clear();
            }
        }
    }

    private static Optional<Row> row(String file, CsvRows.Row row, List<Rejection> rejections) {
        var origin = new Origin(file, row.line());
        String accountId = row.values()[0];
        Optional<String> objection = AccountIdRule.objection(accountId);
        if (objection.isPresent()) {
            rejections.add(new Rejection(Scope.RECORD, Optional.empty(), origin.at("account_id"), objection.get()));
            return Optional.empty();
        }
        Optional<Row> good = verdict(row.values()[1]).map(found -> new Row(accountId, found, row.values(), origin));
        if (good.isEmpty()) {
            rejections.add(new Rejection(
                    Scope.RECORD, Optional.of(accountId), origin.at("label"), "is neither fraud nor legit"));
        }
        return good;
    }

    private static Optional<Verdict> verdict(String text) {
        return switch (text.strip().toLowerCase(Locale.ROOT)) {
            case "fraud" -> Optional.of(Verdict.FRAUD);
            case "legit" -> Optional.of(Verdict.LEGIT);
            default -> Optional.empty();
        };
    }
}
