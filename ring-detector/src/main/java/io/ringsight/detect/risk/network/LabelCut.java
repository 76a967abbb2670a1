package io.ringsight.detect.risk.network;

import io.ringsight.detect.risk.Calibration;
import io.ringsight.gnn.training.TrainingParameters;
import io.ringsight.ingest.error.ErrorCode;
import io.ringsight.ingest.error.RingsightException;
import io.ringsight.ingest.record.AccountLabel;
import io.ringsight.ingest.snapshot.IdentityGraph;
import java.util.Comparator;
import java.util.List;

/**
 * Labels in two: those of the accounts created last calibrate, the others teach.
 *
 * @param before of the accounts created first
 * @param held of the quarter created last, in order of creation
 * @param accounts int[held], account numbers of those
 */
record LabelCut(List<AccountLabel> before, List<AccountLabel> held, int[] accounts) {
    private static final double TAUGHT = 0.75;
    private static final int LEAST = 5; // of each class

    /** @throws RingsightException INPUT_MALFORMED when too few of a class are held back */
    static LabelCut of(IdentityGraph snapshot, List<AccountLabel> labels) {
        LabelCut cut = at(snapshot, labels);
        long fraud = cut.held.stream().filter(LabelCut::isFraud).count();
        if (least(cut.held) < LEAST) {
            throw new RingsightException(
                    ErrorCode.INPUT_MALFORMED,
                    "Of the labelled accounts created last " + fraud + " are fraud and " + (cut.held.size() - fraud)
                            + " legit; it takes " + LEAST + " of each to calibrate.",
                    "Maybe train without labels, or at a later time.");
        }
        return cut;
    }

    /** Whether there are enough of both classes to teach and to calibrate. */
    boolean isEnough() {
        return least(held) >= LEAST && least(before) >= TrainingParameters.LEAST_LABELS;
    }

    private static long least(List<AccountLabel> labels) {
        long fraud = labels.stream().filter(LabelCut::isFraud).count();
        return Math.min(fraud, labels.size() - fraud);
    }

    static LabelCut at(IdentityGraph snapshot, List<AccountLabel> labels) {
        List<AccountLabel> byTime = labels.stream()
                .filter(label -> snapshot.findAccount(label.accountId()) >= 0)
                .sorted(Comparator.comparingLong(
                                (AccountLabel label) -> snapshot.createdAt(snapshot.findAccount(label.accountId())))
                        .thenComparing(AccountLabel::accountId))
                .toList();
        int cut = (int) (byTime.size() * TAUGHT);
        List<AccountLabel> held = byTime.subList(cut, byTime.size());
        int[] accounts = held.stream()
                .mapToInt(label -> snapshot.findAccount(label.accountId()))
                .toArray();
        return new LabelCut(byTime.subList(0, cut), held, accounts);
    }

    /** @param bits double[accounts], log2 odds as networks say that saw only {@link #before} */
    Calibration calibration(double[] bits) {
        double[] said = new double[accounts.length];
        int[] verdict = new int[accounts.length];
        for (int i = 0; i < said.length; i++) {
            said[i] = bits[accounts[i]];
            verdict[i] = isFraud(held.get(i)) ? 1 : -1;
        }
        return Calibration.fit(said, verdict);
    }

    double shareOfFraud() {
        return held.stream().filter(LabelCut::isFraud).count() / (double) held.size();
    }

    private static boolean isFraud(AccountLabel label) {
        return label.verdict() == AccountLabel.Verdict.FRAUD;
    }
}
