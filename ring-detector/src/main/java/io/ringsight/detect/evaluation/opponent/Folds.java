package io.ringsight.detect.evaluation.opponent;

import io.ringsight.detect.evidence.AccountOrder;
import io.ringsight.ingest.snapshot.IdentityGraph;

/**
 * Which fold each account is in, by a hash of its id, so that it is the same in every snapshot.
 *
 * @param of byte[accounts]
 */
record Folds(byte[] of) {
    static final int COUNT = 8;

    static Folds of(IdentityGraph graph, long seed) {
        var order = new AccountOrder(graph);
        byte[] of = new byte[order.size()];
        for (int rank = 0; rank < of.length; rank++) {
            of[order.account(rank)] =
                    (byte) Math.unsignedMultiplyHigh(AccountOrder.mix(order.hash(rank) ^ seed), COUNT);
        }
        return new Folds(of);
    }

    /** The labels without those of a fold. */
    byte[] without(int fold, byte[] labels) {
        byte[] others = labels.clone();
        for (int account = 0; account < of.length; account++) {
            if (of[account] == fold) {
                others[account] = 0;
            }
        }
        return others;
    }
}
