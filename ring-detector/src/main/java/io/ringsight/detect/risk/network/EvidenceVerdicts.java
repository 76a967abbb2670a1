package io.ringsight.detect.risk.network;

import io.ringsight.detect.AccountRisk;
import io.ringsight.detect.evidence.AccountOrder;
import io.ringsight.detect.risk.Calibration;
import io.ringsight.gnn.feature.AccountHash;
import io.ringsight.gnn.metric.LogisticLine;
import io.ringsight.gnn.training.LabelColumns;
import io.ringsight.ingest.snapshot.IdentityGraph;
import java.util.Arrays;
import java.util.List;

/** What evidence alone holds of the accounts of a snapshot, as a teacher. Immutable, thread-safe. */
final class EvidenceVerdicts {
    private static final double FRAUD = 0.5;
    /** Of those that evidence clears every fourth teaches: they are many and alike. */
    private static final int CLEARED = 4;

    private final IdentityGraph snapshot;
    private final double[] risk; // double[accounts], by account number
    private final double[]
            found; // double[accounts]: the same, but 0 where evidence has nothing to say and risk is the prior

    private EvidenceVerdicts(IdentityGraph snapshot, double[] risk, double[] found) {
        this.snapshot = snapshot;
        this.risk = risk;
        this.found = found;
    }

    static EvidenceVerdicts of(EvidencedView view) {
        var order = new AccountOrder(view.snapshot());
        List<AccountRisk> accounts = view.detection().accounts();
        double[] risk = new double[accounts.size()];
        double[] found = new double[accounts.size()];
        for (int rank = 0; rank < risk.length; rank++) {
            AccountRisk said = accounts.get(rank);
            risk[order.account(rank)] = said.risk();
            found[order.account(rank)] = said.ringId() == null ? 0 : said.risk();
        }
        return new EvidenceVerdicts(view.snapshot(), risk, found);
    }

    /** For a view of the same population: targets alone, that no account sees of another. */
    LabelColumns columns(EvidencedView view) {
        byte[] verdict = new byte[view.snapshot().accountCount()];
        long[] learnedAt = new long[verdict.length];
        Arrays.fill(learnedAt, Long.MAX_VALUE);
        for (int account = 0; account < verdict.length; account++) {
            int here = snapshot.findAccount(view.snapshot().accountId(account));
            if (here >= 0 && risk[here] >= FRAUD) {
                verdict[account] = 1;
            } else if (here >= 0 && teaches(view.snapshot().accountId(account))) {
                verdict[account] = -1;
            }
        }
        return new LabelColumns(verdict, learnedAt, 0);
    }

    private static boolean teaches(String accountId) {
        return Long.remainderUnsigned(AccountHash.of(accountId), CLEARED) == 0;
    }

    /**
     * Probability of fraud of those in whom evidence finds none: what is left of the prior, which counts everybody, when those found are
     * taken from it. Evidence itself gives them all of the prior, so that its risks add up to more than it.
     */
    double unseen(double prior) {
        double left = prior * found.length - Arrays.stream(found).sum();
        double clear = Arrays.stream(found).map(x -> 1 - x).sum();
        return Math.max(left, 1) / Math.max(clear, 2);
    }

    /** The line on which what networks say comes nearest to what evidence finds. */
    Calibration calibration(double[] bits) {
        double[] logOdds = Arrays.stream(bits).map(x -> x * StrictMath.log(2)).toArray();
        double[] legit = Arrays.stream(found).map(x -> 1 - x).toArray();
        LogisticLine line = LogisticLine.fit(logOdds, found, legit);
        return new Calibration(line.slope(), line.intercept() / StrictMath.log(2), true);
    }
}
