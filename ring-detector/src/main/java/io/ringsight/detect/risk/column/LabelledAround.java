package io.ringsight.detect.risk.column;

import io.ringsight.detect.risk.Findings;
import io.ringsight.detect.risk.learner.FeatureTable;
import io.ringsight.detect.risk.learner.PointInTime;
import io.ringsight.detect.risk.learner.TimeSplit;
import io.ringsight.ingest.snapshot.IdentityGraph;

/**
 * What the labels of others say about an account, {@linkplain PointInTime at its time}, all after {@code label_}.
 *
 * <table>
 * <caption>columns; V is fraud, then legit</caption>
 * <tr><th>name</th><th>meaning</th></tr>
 * <tr><td>hands_V, control_V</td><td>sum over labelled accounts beside it of how probably both are in the same hands, under common
 * control</td></tr>
 * <tr><td>most_hands_V, most_control_V</td><td>the largest of these</td></tr>
 * <tr><td>two_steps_V</td><td>hands_V of the accounts beside it, each by how probably both are in the same hands, added up</td></tr>
 * <tr><td>ring_V</td><td>labelled accounts in its ring</td></tr>
 * <tr><td>TYPE_V</td><td>labelled accounts behind its identifiers of the type</td></tr>
 * <tr><td>TYPE_rate</td><td>largest share of fraud among those behind one, the prior counted once; NaN without labels</td></tr>
 * </table>
 */
public final class LabelledAround {
    private final Findings findings;
    private final PairNeighbours neighbours;
    private final float prior;
    private final int[] ringByRank;

    /** @param prior share of fraud among labels before any is seen */
    public LabelledAround(Findings findings, PairNeighbours neighbours, double prior) {
        this.findings = findings;
        this.neighbours = neighbours;
        this.prior = (float) prior;
        this.ringByRank = findings.ringByRank();
    }

    /** @param labels byte[accounts], by account number: 1 fraud, -1 legit, 0 none */
    public FeatureTable pointInTime(byte[] labels) {
        int[] byTime = TimeSplit.byTime(findings.snapshot(), findings.order(), labels);
        return PointInTime.of(byTime, labels, this::of);
    }

    /** From these labels for everybody, their own not taken out. */
    private FeatureTable of(byte[] labels) {
        var table = new FeatureTable.Builder(labels.length);
        for (boolean fraud : new boolean[] {true, false}) {
            String word = fraud ? "fraud" : "legit";
            float[] is = new float[labels.length];
            for (int account = 0; account < is.length; account++) {
                is[account] = labels[account] == (fraud ? 1 : -1) ? 1 : 0;
            }
            float[] hands = neighbours.sum(is, neighbours.hands());
            table.add("label_hands_" + word, hands);
            table.add("label_control_" + word, neighbours.sum(is, neighbours.control()));
            table.add("label_most_hands_" + word, neighbours.most(is, neighbours.hands()));
            table.add("label_most_control_" + word, neighbours.most(is, neighbours.control()));
            table.add("label_two_steps_" + word, neighbours.sum(hands, neighbours.hands()));
            rings(is, table.column("label_ring_" + word));
        }
        identifiers(labels, table);
        return table.build();
    }

    private void rings(float[] is, float[] column) {
        float[] count = new float[findings.rings().length];
        for (int rank = 0; rank < ringByRank.length; rank++) {
            if (ringByRank[rank] >= 0) {
                count[ringByRank[rank]] += is[findings.order().account(rank)];
            }
        }
        for (int rank = 0; rank < ringByRank.length; rank++) {
            if (ringByRank[rank] >= 0) {
                column[findings.order().account(rank)] = count[ringByRank[rank]];
            }
        }
    }

    private void identifiers(byte[] labels, FeatureTable.Builder table) {
        IdentityGraph snapshot = findings.snapshot();
        int types = snapshot.types().size();
        var fraudBehind = new float[types][];
        var legitBehind = new float[types][];
        var rate = new float[types][];
        for (int type = 0; type < types; type++) {
            String name = "label_" + snapshot.types().get(type).name();
            fraudBehind[type] = table.column(name + "_fraud");
            legitBehind[type] = table.column(name + "_legit");
            rate[type] = table.unknown(name + "_rate");
        }
        for (int identifier = 0; identifier < snapshot.identifierCount(); identifier++) {
            int from = snapshot.firstUse(identifier);
            int to = snapshot.firstUse(identifier + 1);
            float fraud = 0;
            float legit = 0;
            for (int use = from; use < to; use++) {
                if (use == from || snapshot.accountOf(use) != snapshot.accountOf(use - 1)) {
                    fraud += labels[snapshot.accountOf(use)] > 0 ? 1 : 0;
                    legit += labels[snapshot.accountOf(use)] < 0 ? 1 : 0;
                }
            }
            if (fraud + legit == 0) {
                continue;
            }
            int type = snapshot.identifierType(identifier);
            float share = (fraud + prior) / (fraud + legit + 1);
            for (int use = from; use < to; use++) {
                int account = snapshot.accountOf(use);
                if (use == from || account != snapshot.accountOf(use - 1)) {
                    fraudBehind[type][account] += fraud;
                    legitBehind[type][account] += legit;
                    float known = rate[type][account];
                    rate[type][account] = Float.isNaN(known) ? share : Math.max(known, share);
                }
            }
        }
    }
}
