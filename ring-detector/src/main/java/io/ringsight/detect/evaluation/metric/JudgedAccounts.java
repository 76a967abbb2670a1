package io.ringsight.detect.evaluation.metric;

/**
 * What was said of accounts and what is true, aligned by account.
 *
 * @param flagged boolean[accounts]: found fraudulent, by risk from 0.5 on or by whatever the system decides with
 * @param predicted int[accounts], from 0: the predicted risky ring; -1 in none
 * @param fraud boolean[accounts]
 * @param truth int[accounts], from 0: the true ring; -1 in none
 * @param scored boolean[accounts]: false for accounts whose label was given to training
 */
public record JudgedAccounts(boolean[] flagged, int[] predicted, boolean[] fraud, int[] truth, boolean[] scored) {
    public JudgedAccounts {
        int size = flagged.length;
        if (predicted.length != size || fraud.length != size || truth.length != size || scored.length != size) {
            throw new IllegalArgumentException("Every array speaks of the same accounts, %d, %d, %d, %d and %d."
                    .formatted(size, predicted.length, fraud.length, truth.length, scored.length));
        }
    }

    public int size() {
        return flagged.length;
    }
}
