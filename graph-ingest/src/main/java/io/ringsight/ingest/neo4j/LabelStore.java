package io.ringsight.ingest.neo4j;

import io.ringsight.cypher.Statement;
import io.ringsight.ingest.record.AccountLabel;
import io.ringsight.ingest.record.AccountLabel.Verdict;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.neo4j.driver.Record;

/** Labels in the store: appended, never changed. One that is there already is left as it is. */
public final class LabelStore {
    private static final int BATCH = 10_000;

    private LabelStore() {}

    public static void write(Store store, List<AccountLabel> labels) {
        for (int from = 0; from < labels.size(); from += BATCH) {
            List<Map<String, Object>> rows = labels.subList(from, Math.min(labels.size(), from + BATCH)).stream()
                    .map(LabelStore::row)
                    .toList();
            store.write(Statement.LABELS_APPEND.with(Map.of("labels", rows)));
        }
    }

    /** The labels that were known at {@code asOf}, milliseconds since 1970 UTC, by account and time. */
    public static List<AccountLabel> read(Store store, long asOf) {
        return store.read(Statement.LABELS_READ.with(Map.of("as_of", asOf)), LabelStore::label);
    }

    /** All labels, by account and time. */
    public static List<AccountLabel> read(Store store) {
        return read(store, Long.MAX_VALUE);
    }

    private static Map<String, Object> row(AccountLabel label) {
        return Map.of(
                "account_id", label.accountId(),
                "label", label.verdict().name().toLowerCase(Locale.ROOT),
                "labelled_at", label.labelledAt());
    }

    private static AccountLabel label(Record row) {
        return new AccountLabel(
                row.get("account_id").asString(),
                Verdict.valueOf(row.get("label").asString().toUpperCase(Locale.ROOT)),
                row.get("labelled_at").asLong());
    }
}
