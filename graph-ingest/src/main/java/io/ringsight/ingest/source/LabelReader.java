package io.ringsight.ingest.source;

import io.ringsight.ingest.record.AccountLabel;
import io.ringsight.ingest.record.AccountLabel.Verdict;
import io.ringsight.ingest.record.CodePointOrder;
import io.ringsight.ingest.source.Rejection.Scope;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeSet;

/** Reads {@code labels.csv}: {@code account_id,label,labelled_at}; more columns are ignored. */
public final class LabelReader {
    private static final List<String> COLUMNS = List.of("account_id", "label", "labelled_at");

    private static final Comparator<AccountLabel> ORDER = Comparator.comparing(
                    AccountLabel::accountId, CodePointOrder.INSTANCE)
            .thenComparingLong(AccountLabel::labelledAt)
            .thenComparing(AccountLabel::verdict);

    private LabelReader() {}

    /** {@link #read(Path, RejectionSink)}, rejected rows left out. */
    public static List<AccountLabel> read(Path file) {
        return read(file, RejectionSink.none());
    }

    /**
     * Every label once, by account id and then by time. An account may have several: which of them counts depends on the
     * time as of which somebody asks.
     */
    public static List<AccountLabel> read(Path file, RejectionSink rejections) {
        var labels = new TreeSet<>(ORDER);
        try (CsvRows rows = new CsvRows(file, COLUMNS, List.of())) {
            List<Rejection> found = new ArrayList<>();
            for (var batch = rows.next(found); batch.isPresent(); batch = rows.next(found)) {
                for (CsvRows.Row row : batch.get()) {
                    label(rows.file(), row, found).ifPresent(labels::add);
                }
                found.forEach(rejections::reject);
                found.clear();
            }
        }
        return List.copyOf(labels);
    }

    private static Optional<AccountLabel> label(String file, CsvRows.Row row, List<Rejection> rejections) {
        String accountId = row.values()[0];
        Optional<String> objection = AccountIdRule.objection(accountId);
        if (objection.isPresent()) {
            return refuse(rejections, Optional.empty(), new Origin(file, row.line(), "account_id"), objection.get());
        }
        Optional<String> account = Optional.of(accountId);
        Optional<Verdict> verdict = switch (row.values()[1].strip().toLowerCase(Locale.ROOT)) {
            case "fraud" -> Optional.of(Verdict.FRAUD);
            case "legit" -> Optional.of(Verdict.LEGIT);
            default -> Optional.empty();
        };
        if (verdict.isEmpty()) {
            return refuse(rejections, account, new Origin(file, row.line(), "label"), "is neither fraud nor legit");
        }
        OptionalLong time = Times.milliseconds(row.values()[2]);
        if (time.isEmpty()) {
            return refuse(rejections, account, new Origin(file, row.line(), "labelled_at"), "is not an ISO 8601 time");
        }
        return Optional.of(new AccountLabel(accountId, verdict.get(), time.getAsLong()));
    }

    private static Optional<AccountLabel> refuse(
            List<Rejection> rejections, Optional<String> accountId, Origin origin, String reason) {
        rejections.add(new Rejection(Scope.RECORD, accountId, origin, reason));
        return Optional.empty();
    }
}
