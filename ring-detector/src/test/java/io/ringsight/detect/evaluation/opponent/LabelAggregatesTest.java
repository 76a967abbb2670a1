package io.ringsight.detect.evaluation.opponent;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringsight.ingest.snapshot.IdentityGraph;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LabelAggregatesTest {
    private final IdentityGraph graph = SharedIdentifiersTest.random(4).graph();
    private final Folds folds = Folds.of(graph, 1);
    private final LabelAggregates aggregates = new LabelAggregates(graph, Neighbours.of(graph), 0.1);

    private byte[] labels() {
        var random = new Random(2);
        byte[] labels = new byte[graph.accountCount()];
        for (int account = 0; account < labels.length; account++) {
            labels[account] = (byte) (random.nextInt(3) - 1);
        }
        return labels;
    }

    @Test
    void anAccountsOwnLabelNeverChangesItsRow() {
        byte[] labels = labels();
        FeatureTable before = aggregates.outOfFold(labels, folds);
        for (int account = 0; account < labels.length; account++) {
            if (labels[account] != 0) {
                byte[] turned = labels.clone();
                turned[account] = (byte) -labels[account];
                assertSameRow(aggregates.outOfFold(turned, folds), before, account);
            }
        }
    }

    @Test
    void noLabelOfTheFoldChangesTheRowOfALabelledAccount() {
        byte[] labels = labels();
        FeatureTable before = aggregates.outOfFold(labels, folds);
        for (int fold = 0; fold < Folds.COUNT; fold++) {
            byte[] turned = labels.clone();
            for (int account = 0; account < labels.length; account++) {
                if (folds.of()[account] == fold) {
                    turned[account] = (byte) -labels[account];
                }
            }
            FeatureTable after = aggregates.outOfFold(turned, folds);
            for (int account = 0; account < labels.length; account++) {
                if (labels[account] != 0 && folds.of()[account] == fold) {
                    assertSameRow(after, before, account);
                }
            }
        }
    }

    /** Else the two tests above would pass on columns that say nothing. */
    @Test
    void everyColumnHearsTheLabelsOfOthers() {
        byte[] labels = labels();
        byte[] turned = labels.clone();
        for (int account = 0; account < turned.length; account++) {
            turned[account] = (byte) -labels[account];
        }
        FeatureTable before = aggregates.outOfFold(labels, folds);
        FeatureTable after = aggregates.outOfFold(turned, folds);
        for (int column = 0; column < before.columns().length; column++) {
            String name = before.names().get(column);
            boolean typeNobodyUses = graph.types().all().stream()
                    .map(type -> type.name())
                    .anyMatch(type ->
                            name.startsWith("label_" + type) && !type.equals("device") && !type.equals("phone"));
            if (!typeNobodyUses) {
                assertThat(after.columns()[column]).as(name).isNotEqualTo(before.columns()[column]);
            }
        }
    }

    @Test
    void unlabelledAccountsHearAllLabels() {
        byte[] labels = labels();
        FeatureTable all = aggregates.of(labels);
        FeatureTable outOfFold = aggregates.outOfFold(labels, folds);
        int compared = 0;
        for (int account = 0; account < labels.length; account++) {
            if (labels[account] == 0) {
                assertSameRow(outOfFold, all, account);
                compared++;
            }
        }
        assertThat(compared).isPositive();
    }

    private static void assertSameRow(FeatureTable after, FeatureTable before, int account) {
        int[] row = {account};
        assertThat(after.rows(row, 0, 1)).isEqualTo(before.rows(row, 0, 1));
    }
}
