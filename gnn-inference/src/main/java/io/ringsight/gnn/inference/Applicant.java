package io.ringsight.gnn.inference;

import io.ringsight.gnn.graph.PairFeatures;

/**
 * One account to be judged. Arrays are not copied.
 *
 * @param row float32[columns], as in the table of the accounts
 * @param identifiers int32[n] of the view's graph, ascending, at most {@link #MOST}
 * @param pairs float32[n][{@link PairFeatures#WIDTH}], features of the account with each
 * @param inside boolean[n]: whether the view has the account among the users of each already
 * @param label 1 fraud, -1 legit, 0 unknown: as the view knew it
 */
public record Applicant(float[] row, int[] identifiers, float[] pairs, boolean[] inside, int label) {
    /** Shared identifiers of one account that are listened to: bounds the time of one answer. */
    public static final int MOST = 1024;

    public Applicant {
        if (identifiers.length > MOST) {
            throw new IllegalArgumentException(identifiers.length + " identifiers where at most " + MOST
                    + " are listened to. Maybe keep the rarest.");
        }
        if (pairs.length != identifiers.length * PairFeatures.WIDTH || inside.length != identifiers.length) {
            throw new IllegalArgumentException(identifiers.length + " identifiers do not have " + pairs.length
                    + " features and " + inside.length + " places.");
        }
    }
}
