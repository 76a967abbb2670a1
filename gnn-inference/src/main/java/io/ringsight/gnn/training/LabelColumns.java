package io.ringsight.gnn.training;

import io.ringsight.ingest.error.ErrorCode;
import io.ringsight.ingest.error.RingsightException;
import io.ringsight.ingest.record.AccountLabel;
import io.ringsight.ingest.snapshot.IdentityGraph;
import java.util.Arrays;
import java.util.List;

/**
 * Labels by account number of one snapshot. What is labelled but not in the snapshot is left out and counted. The last label by
 * time counts; the arrays are not copied.
 *
 * @param verdict byte[accounts]: 1 fraud, -1 legit, 0 unknown
 * @param learnedAt long[accounts], milliseconds since 1970 UTC; {@code Long.MAX_VALUE} when unknown
 * @param unknownAccounts labels of accounts that the snapshot does not have
 */
public record LabelColumns(byte[] verdict, long[] learnedAt, int unknownAccounts) {
    public static LabelColumns of(IdentityGraph snapshot, List<AccountLabel> labels) {
        byte[] verdict = new byte[snapshot.accountCount()];
        long[] learnedAt = new long[verdict.length];
        Arrays.fill(learnedAt, Long.MAX_VALUE);
        int unknown = 0;
        for (AccountLabel label : labels) {
            int account = snapshot.findAccount(label.accountId());
            if (account < 0) {
                unknown++;
            } else if (verdict[account] == 0 || label.labelledAt() >= learnedAt[account]) {
                verdict[account] = (byte) (label.verdict() == AccountLabel.Verdict.FRAUD ? 1 : -1);
                learnedAt[account] = label.labelledAt();
            }
        }
        return new LabelColumns(verdict, learnedAt, unknown);
    }

    /** The same as targets alone: at no moment an account sees them of another. */
    public LabelColumns unseen() {
        long[] never = new long[learnedAt.length];
        Arrays.fill(never, Long.MAX_VALUE);
        return new LabelColumns(verdict, never, unknownAccounts);
    }

    /** What was known at a moment. */
    public byte[] at(long moment) {
        byte[] known = new byte[verdict.length];
        for (int account = 0; account < known.length; account++) {
            known[account] = learnedAt[account] <= moment ? verdict[account] : 0;
        }
        return known;
    }

    /** How many there are of a verdict. */
    public int count(int of) {
        int count = 0;
        for (byte one : verdict) {
            count += one == of ? 1 : 0;
        }
        return count;
    }

    /** @throws RingsightException unless there are that many of each class */
    void require(int least) {
        int fraud = count(1);
        int legit = count(-1);
        if (fraud < least || legit < least) {
            String which = fraud + legit == 0
                    ? "There are no labels"
                    : "There are " + fraud + " labels fraud and " + legit + " legit";
            throw new RingsightException(
                    ErrorCode.INPUT_MALFORMED,
                    which + " of accounts in the snapshot (" + unknownAccounts
                            + " of accounts that are not); supervised training takes " + least + " of each.",
                    "Maybe train without labels, or give labels of accounts that were ingested by then.");
        }
    }
}
