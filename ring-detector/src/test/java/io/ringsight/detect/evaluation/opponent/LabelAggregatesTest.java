package io.ringsight.detect.evaluation.opponent;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringsight.detect.evidence.AccountOrder;
import io.ringsight.detect.risk.learner.FeatureTable;
import io.ringsight.detect.risk.learner.PointInTime;
import io.ringsight.detect.risk.learner.TimeSplit;
import io.ringsight.ingest.snapshot.IdentityGraph;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LabelAggregatesTest {
    private final IdentityGraph graph = SharedIdentifiersTest.random(4).graph();
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
        FeatureTable before = aggregates.pointInTime(labels);
        for (int account = 0; account < labels.length; account++) {
            if (labels[account] != 0) {
                byte[] turned = labels.clone();
                turned[account] = (byte) -labels[account];
                assertSameRow(aggregates.pointInTime(turned), before, account);
            }
        }
    }

    @Test
    void noLabelOfTheBlockOrALaterOneChangesTheRowOfALabelledAccount() {
        byte[] labels = labels();
        FeatureTable before = aggregates.pointInTime(labels);
        int[] byTime = TimeSplit.byTime(graph, new AccountOrder(graph), labels);
        for (int block = 0; block < PointInTime.BLOCKS; block++) {
            int from = byTime.length * block / PointInTime.BLOCKS;
            int to = byTime.length * (block + 1) / PointInTime.BLOCKS;
            byte[] turned = labels.clone();
            for (int i = from; i < byTime.length; i++) {
                turned[byTime[i]] = (byte) -labels[byTime[i]];
            }
            FeatureTable after = aggregates.pointInTime(turned);
            for (int i = 0; i < to; i++) {
                assertSameRow(after, before, byTime[i]);
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
        FeatureTable before = aggregates.pointInTime(labels);
        FeatureTable after = aggregates.pointInTime(turned);
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
        FeatureTable pointInTime = aggregates.pointInTime(labels);
        int compared = 0;
        for (int account = 0; account < labels.length; account++) {
            if (labels[account] == 0) {
                assertSameRow(pointInTime, all, account);
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
