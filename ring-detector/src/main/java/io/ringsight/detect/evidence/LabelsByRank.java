package io.ringsight.detect.evidence;

import io.ringsight.ingest.record.AccountLabel;
import java.util.List;

/** What is known of accounts from their labels. */
public final class LabelsByRank {
    private LabelsByRank() {}

    /** int[accounts]: 1 fraud, -1 legit, 0 none; of several labels of one account the newest counts, of equally new ones fraud. */
    public static int[] of(AccountOrder order, List<AccountLabel> labels) {
        int[] byRank = new int[order.size()];
        long[] newest = new long[order.size()];
        for (AccountLabel label : labels) {
            int rank = order.rankOf(label.accountId());
            if (rank < 0) {
                continue;
            }
            int value = label.verdict() == AccountLabel.Verdict.FRAUD ? 1 : -1;
            if (byRank[rank] == 0
                    || label.labelledAt() > newest[rank]
                    || label.labelledAt() == newest[rank] && value > byRank[rank]) {
                byRank[rank] = value;
                newest[rank] = label.labelledAt();
            }
        }
        return byRank;
    }
}
