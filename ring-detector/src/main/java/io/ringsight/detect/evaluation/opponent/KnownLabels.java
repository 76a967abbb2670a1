package io.ringsight.detect.evaluation.opponent;

import io.ringsight.detect.evaluation.TrainingData;
import io.ringsight.detect.evaluation.UntrainableException;
import io.ringsight.ingest.record.AccountLabel;
import io.ringsight.ingest.snapshot.IdentityGraph;
import java.util.List;

/**
 * The labels of a snapshot's accounts, as known at the training's time.
 *
 * @param of byte[accounts], by number of the account: 1 fraud, -1 legit, 0 none
 * @param fraud how many accounts are labelled so
 * @param legit how many accounts are labelled so
 */
public record KnownLabels(byte[] of, int fraud, int legit) {

    /** Labels of accounts that the snapshot lacks are passed over. */
    public static KnownLabels of(IdentityGraph graph, List<AccountLabel> labels) {
        byte[] of = new byte[graph.accountCount()];
        for (AccountLabel label : labels) {
            int account = graph.findAccount(label.accountId());
            if (account >= 0) {
                of[account] = (byte) (label.verdict() == AccountLabel.Verdict.FRAUD ? 1 : -1);
            }
        }
        return of(of);
    }

    static KnownLabels of(byte[] of) {
        int fraud = 0;
        int legit = 0;
        for (byte label : of) {
            fraud += label > 0 ? 1 : 0;
            legit += label < 0 ? 1 : 0;
        }
        return new KnownLabels(of, fraud, legit);
    }

    boolean bothClasses() {
        return fraud > 0 && legit > 0;
    }

    /** @throws UntrainableException when a class has fewer than {@code least} accounts */
    public KnownLabels atLeast(int least) {
        if (Math.min(fraud, legit) < least) {
            throw new UntrainableException("it needs " + least + " accounts of each class with a label known by then; "
                    + fraud + " are labelled fraud and " + legit + " legit");
        }
        return this;
    }

    /**
     * The share of fraud that probabilities have to reflect. Labels that cover everybody tell it; partial ones are
     * never a random sample, and then it is the training's prior.
     */
    public double prior(TrainingData data) {
        return bothClasses() && fraud + legit == of.length ? fraud / (double) of.length : data.prior();
    }
}
