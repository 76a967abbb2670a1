package io.ringsight.ingest.source;

import io.ringsight.ingest.record.AccountLabel;
import io.ringsight.ingest.record.CodePointOrder;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
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
        VerdictRows.RowSink sink = (row, refused) -> {
            OptionalLong time = Times.milliseconds(row.values()[2]);
            if (time.isPresent()) {
                labels.add(new AccountLabel(row.accountId(), row.verdict(), time.getAsLong()));
            } else {
                refused.accept(row.rejected("labelled_at", "is not an ISO 8601 time"));
            }
        };
        VerdictRows.read(file, COLUMNS, List.of(), true, sink, rejections);
        return List.copyOf(labels);
    }
}
