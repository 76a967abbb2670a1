package io.ringsight.detect.evaluation;

import io.ringsight.ingest.record.AccountLabel;
import io.ringsight.ingest.record.AccountLabel.Verdict;
import io.ringsight.ingest.record.CodePointOrder;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Which labels a training at a time may use.
 *
 * @param labels at most one an account, by account id: the newest counts, of equally new ones fraud
 * @param later how many labels were learned later, and are not used
 */
record KnownThen(List<AccountLabel> labels, int later) {
    KnownThen {
        labels = List.copyOf(labels);
    }

    static KnownThen at(long asOf, List<AccountLabel> all) {
        SortedMap<String, AccountLabel> counting = new TreeMap<>(CodePointOrder.INSTANCE);
        int later = 0;
        for (AccountLabel label : all) {
            if (label.labelledAt() > asOf) {
                later++;
            } else {
                counting.merge(label.accountId(), label, KnownThen::thatCounts);
            }
        }
        return new KnownThen(List.copyOf(counting.values()), later);
    }

    private static AccountLabel thatCounts(AccountLabel a, AccountLabel b) {
        if (a.labelledAt() != b.labelledAt()) {
            return a.labelledAt() > b.labelledAt() ? a : b;
        }
        return a.verdict() == Verdict.FRAUD ? a : b;
    }
}
