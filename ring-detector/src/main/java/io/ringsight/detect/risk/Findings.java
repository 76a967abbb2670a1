package io.ringsight.detect.risk;

import io.ringsight.detect.evidence.AccountOrder;
import io.ringsight.detect.evidence.LogOdds;
import io.ringsight.detect.evidence.WeighedPairs;
import io.ringsight.detect.link.LinkTable;
import io.ringsight.ingest.snapshot.IdentityGraph;
import java.util.Arrays;

/**
 * What a detection holds of a snapshot before labels are asked for a risk. Arrays are not copied.
 *
 * @param order ranks of the snapshot's accounts
 * @param pairs every pair that was weighed
 * @param links those that were kept
 * @param rings members by rank, ascending
 * @param evidence risks that rest on links alone: no label of any account is in them
 */
public record Findings(
        IdentityGraph snapshot,
        AccountOrder order,
        WeighedPairs pairs,
        LinkTable links,
        int[][] rings,
        Risks evidence) {

    /** double[accounts]: log2 odds that evidence gives without labels, by account number. */
    public double[] evidenceBits() {
        double[] bits = new double[order.size()];
        for (int rank = 0; rank < bits.length; rank++) {
            bits[order.account(rank)] =
                    LogOdds.bits(evidence.accounts().get(rank).probability());
        }
        return bits;
    }

    /** int[accounts]: position of the ring of each, by rank; -1 for none. */
    public int[] ringByRank() {
        int[] ring = new int[order.size()];
        Arrays.fill(ring, -1);
        for (int r = 0; r < rings.length; r++) {
            for (int rank : rings[r]) {
                ring[rank] = r;
            }
        }
        return ring;
    }
}
