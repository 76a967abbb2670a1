package io.ringsight.detect.evaluation.opponent;

import io.ringsight.detect.cluster.IdentityComponents;
import io.ringsight.detect.cluster.Partition;
import io.ringsight.detect.evidence.AccountOrder;
import io.ringsight.detect.risk.learner.FeatureTable;
import io.ringsight.detect.risk.learner.PointInTime;
import io.ringsight.detect.risk.learner.TimeSplit;
import io.ringsight.ingest.snapshot.IdentityGraph;
import java.util.Arrays;

/**
 * What the labels of others say about an account, {@linkplain PointInTime at its time}: behind each identifier, one to three steps away, in its
 * components.
 */
final class LabelAggregates {
    private static final int STEPS = 3;
    private static final int[] COMPONENTS = {5, 20};
    private static final float STRENGTH = 1; // how many labels the prior counts for

    private final IdentityGraph graph;
    private final Neighbours neighbours;
    private final float prior;
    private final Partition[] components = new Partition[COMPONENTS.length];

    /** @param prior share of fraud among labels before any is seen */
    LabelAggregates(IdentityGraph graph, Neighbours neighbours, double prior) {
        this.graph = graph;
        this.neighbours = neighbours;
        this.prior = (float) prior;
        Arrays.setAll(components, c -> IdentityComponents.of(graph, COMPONENTS[c]));
    }

    /** @param labels byte[accounts], see {@link KnownLabels} */
    FeatureTable pointInTime(byte[] labels) {
        return PointInTime.of(TimeSplit.byTime(graph, new AccountOrder(graph), labels), labels, this::of);
    }

    /** From these labels for everybody, their own included. */
    FeatureTable of(byte[] labels) {
        var table = new FeatureTable.Builder(graph.accountCount());
        identifiers(labels, table);
        steps(labels, table);
        nearest(labels, table);
        for (int c = 0; c < COMPONENTS.length; c++) {
            component(components[c], COMPONENTS[c], labels, table);
        }
        return table.build();
    }

    private void identifiers(byte[] labels, FeatureTable.Builder table) {
        int types = graph.types().size();
        var rate = new float[types][];
        var fraudThrough = new float[types][];
        for (int type = 0; type < types; type++) {
            rate[type] = table.unknown("label_" + graph.types().get(type).name() + "_fraud_rate");
            fraudThrough[type] = table.column("label_" + graph.types().get(type).name() + "_fraud");
        }
        float[] odds = table.column("label_identifiers_log_odds");
        float[] most = table.column("label_identifiers_most_fraud_rate");
        float priorOdds = prior / (1 - prior);
        for (int identifier = 0; identifier < graph.identifierCount(); identifier++) {
            int from = graph.firstUse(identifier);
            int to = graph.firstUse(identifier + 1);
            float fraud = 0;
            float legit = 0;
            for (int use = from; use < to; use++) {
                if (use == from || graph.accountOf(use) != graph.accountOf(use - 1)) {
                    fraud += labels[graph.accountOf(use)] > 0 ? 1 : 0;
                    legit += labels[graph.accountOf(use)] < 0 ? 1 : 0;
                }
            }
            if (fraud + legit == 0) {
                continue;
            }
            int type = graph.identifierType(identifier);
            float high = fraud + STRENGTH * prior;
            float low = legit + STRENGTH * (1 - prior);
            float share = high / (high + low);
            float logOdds = (float) StrictMath.log(high / low / priorOdds);
            for (int use = from; use < to; use++) {
                int account = graph.accountOf(use);
                if (use == from || account != graph.accountOf(use - 1)) {
                    float known = rate[type][account];
                    rate[type][account] = Float.isNaN(known) ? share : Math.max(known, share);
                    fraudThrough[type][account] += fraud;
                    odds[account] += logOdds;
                    most[account] = Math.max(most[account], share);
                }
            }
        }
    }

    /** Labels met by a walk of one to three steps over neighbours, rarest sharing likeliest. */
    private void steps(byte[] labels, FeatureTable.Builder table) {
        float[] fraud = new float[labels.length];
        float[] legit = new float[labels.length];
        for (int account = 0; account < labels.length; account++) {
            fraud[account] = labels[account] > 0 ? 1 : 0;
            legit[account] = labels[account] < 0 ? 1 : 0;
        }
        float[] counted = table.column("label_neighbours_fraud");
        float[] countedLegit = table.column("label_neighbours_legit");
        float[] weighted = table.column("label_neighbours_fraud_weight");
        for (int account = 0; account < labels.length; account++) {
            for (int at = neighbours.first(account); at < neighbours.first(account + 1); at++) {
                byte label = labels[neighbours.account()[at]];
                counted[account] += label > 0 ? 1 : 0;
                countedLegit[account] += label < 0 ? 1 : 0;
                weighted[account] += label > 0 ? neighbours.weight()[at] : 0;
            }
        }
        for (int step = 1; step <= STEPS; step++) {
            fraud = zeroed(neighbours.mean(fraud));
            legit = zeroed(neighbours.mean(legit));
            float[] fraudColumn = table.column("label_step_" + step + "_fraud");
            float[] rate = table.unknown("label_step_" + step + "_fraud_rate");
            System.arraycopy(fraud, 0, fraudColumn, 0, fraud.length);
            for (int account = 0; account < rate.length; account++) {
                float met = fraud[account] + legit[account];
                rate[account] = met > 0 ? fraud[account] / met : Float.NaN;
            }
        }
    }

    /** Days to the creation of the nearest neighbour labelled fraud. */
    private void nearest(byte[] labels, FeatureTable.Builder table) {
        float[] days = table.unknown("label_nearest_fraud_days_log");
        for (int account = 0; account < labels.length; account++) {
            for (int at = neighbours.first(account); at < neighbours.first(account + 1); at++) {
                int other = neighbours.account()[at];
                if (labels[other] > 0) {
                    float apart = (float)
                            Math.log1p(Math.abs(graph.createdAt(account) - graph.createdAt(other)) / Opponents.DAY);
                    days[account] = Float.isNaN(days[account]) ? apart : Math.min(days[account], apart);
                }
            }
        }
    }

    private void component(Partition partition, int cap, byte[] labels, FeatureTable.Builder table) {
        float[] fraud = new float[partition.groupCount()];
        float[] legit = new float[partition.groupCount()];
        for (int account = 0; account < labels.length; account++) {
            fraud[partition.group()[account]] += labels[account] > 0 ? 1 : 0;
            legit[partition.group()[account]] += labels[account] < 0 ? 1 : 0;
        }
        float[] fraudColumn = table.column("label_component_" + cap + "_fraud");
        float[] rate = table.column("label_component_" + cap + "_fraud_rate");
        for (int account = 0; account < labels.length; account++) {
            int component = partition.group()[account];
            fraudColumn[account] = fraud[component];
            rate[account] = (fraud[component] + STRENGTH * prior) / (fraud[component] + legit[component] + STRENGTH);
        }
    }

    private static float[] zeroed(float[] values) {
        for (int i = 0; i < values.length; i++) {
            values[i] = Float.isNaN(values[i]) ? 0 : values[i];
        }
        return values;
    }
}
