package io.ringsight.detect.risk.network;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringsight.detect.DetectionParameters;
import io.ringsight.detect.cluster.ComponentEngine;
import io.ringsight.ingest.progress.Progress;
import io.ringsight.ingest.snapshot.IdentityGraph;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class GroupFoldsTest {
    @Test
    void neverPartsAGang() {
        Map<String, Integer> folds = folds(Gangs.graph());
        folds.keySet().stream()
                .filter(Gangs::isFraud)
                .forEach(id ->
                        assertThat(folds.get(id)).as(id).isEqualTo(folds.get(id.substring(0, id.indexOf('-')) + "-0")));
        assertThat(new TreeSet<>(folds.values())).containsExactly(0, 1, 2, 3);
    }

    @Test
    void dependsOnNothingButIdsAndWhoSharesWhat() {
        assertThat(folds(Gangs.graph("other", 3))).isEqualTo(folds(Gangs.graph()));
    }

    private static Map<String, Integer> folds(IdentityGraph graph) {
        var view = EvidencedView.of(graph, DetectionParameters.defaults(), ComponentEngine.jvm(), Progress.silent());
        int[] folds = view.folds();
        Map<String, Integer> byId = new HashMap<>();
        for (int account = 0; account < folds.length; account++) {
            byId.put(graph.accountId(account), folds[account]);
        }
        return byId;
    }
}
