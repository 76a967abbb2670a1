package io.ringsight.ingest.source;

import io.ringsight.ingest.error.ErrorCode;
import io.ringsight.ingest.error.RingsightException;
import io.ringsight.ingest.record.AccountTruth;
import io.ringsight.ingest.record.CodePointOrder;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;

/**
 * Reads {@code truth.csv}: {@code account_id,label,ring_id}, and {@code pattern}, {@code reachable_group} and
 * {@code person_id} where it has them; more columns are ignored. Only evaluation reads it.
 */
public final class TruthReader {
    private static final List<String> REQUIRED = List.of("account_id", "label", "ring_id");
    private static final List<String> OPTIONAL = List.of("pattern", "reachable_group", "person_id");

    private TruthReader() {}

    /**
     * The truth about every account once, by account id.
     *
     * @throws RingsightException INPUT_MALFORMED when two rows speak of one account and do not agree: rings do not overlap
     */
    public static List<AccountTruth> read(Path file, RejectionSink rejections) {
        SequencedMap<String, Told> told = new TreeMap<>(CodePointOrder.INSTANCE);
        VerdictRows.RowSink sink = (row, _) -> {
            var now = new Told(truth(row), row.origin().line());
            Told before = told.putIfAbsent(row.accountId(), now);
            if (before != null && !before.truth.equals(now.truth)) {
                throw contradiction(file, before, now);
            }
        };
        VerdictRows.read(file, REQUIRED, OPTIONAL, false, sink, rejections);
        return told.values().stream().map(Told::truth).toList();
    }

    private record Told(AccountTruth truth, long line) {}

    private static AccountTruth truth(VerdictRows.Row row) {
        String[] values = row.values();
        return new AccountTruth(
                row.accountId(),
                row.verdict(),
                given(values[2]),
                given(values[4]),
                given(values[5]),
                values[3].strip());
    }

    private static Optional<String> given(String value) {
        return Optional.of(value.strip()).filter(text -> !text.isEmpty());
    }

    private static RingsightException contradiction(Path file, Told before, Told now) {
        boolean rings = !before.truth.ringId().equals(now.truth.ringId());
        String where = "%s, lines %d and %d: account %s ".formatted(file, before.line, now.line, now.truth.accountId());
        return rings
                ? new RingsightException(
                        ErrorCode.INPUT_MALFORMED,
                        where + "is in " + name(before.truth) + " and in " + name(now.truth)
                                + ", but an account is in one ring at most.",
                        "Maybe rings that overlap are one ring, or two truth files were pasted together.")
                : new RingsightException(
                        ErrorCode.INPUT_MALFORMED,
                        where + "is described in two ways.",
                        "Maybe two truth files were pasted together.");
    }

    private static String name(AccountTruth truth) {
        return truth.ringId().map(ring -> "ring " + ring).orElse("no ring");
    }
}
