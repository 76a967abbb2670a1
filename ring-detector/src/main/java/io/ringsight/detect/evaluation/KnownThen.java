package io.ringsight.detect.evaluation;

import io.ringsight.ingest.record.AccountLabel;
import io.ringsight.ingest.record.AccountLabel.Verdict;
import io.ringsight.ingest.record.CodePointOrder;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Which labels a training at a time may use.
 *
 * @param labels at most one an account, by account id: the newest counts, of equally new ones fraud
 * @param later how many labels were learned later, and are not used
 * @param unknown accounts with a label that nobody knows: theirs are not used either
 */
record KnownThen(List<AccountLabel> labels, int later, int unknown) {
    KnownThen {
        labels = List.copyOf(labels);
    }

    /** @param known whether there is such an account at all */
    static KnownThen at(long asOf, List<AccountLabel> all, Predicate<String> known) {
        SortedMap<String, AccountLabel> counting = new TreeMap<>(CodePointOrder.INSTANCE);
        int later = 0;
        for (AccountLabel label : all) {
            if (label.labelledAt() > asOf) {
                later++;
            } else {
                counting.merge(label.accountId(), label, KnownThen::thatCounts);
            }
        }
        int labelled = counting.size();
        counting.keySet().removeIf(known.negate());
        return new KnownThen(List.copyOf(counting.values()), later, labelled - counting.size());
    }

    private static AccountLabel thatCounts(AccountLabel a, AccountLabel b) {
        if (a.labelledAt() != b.labelledAt()) {
            return a.labelledAt() > b.labelledAt() ? a : b;
        }
        return a.verdict() == Verdict.FRAUD ? a : b;
    }
}
