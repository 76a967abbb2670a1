package io.ringsight.detect.risk.network;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringsight.detect.DetectionParameters;
import io.ringsight.detect.Population;
import io.ringsight.detect.cluster.ComponentEngine;
import io.ringsight.gnn.graph.AccountTable;
import io.ringsight.ingest.progress.Progress;
import io.ringsight.ingest.snapshot.IdentityGraph;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class EvidenceColumnsTest {
    private final IdentityGraph graph = new Population()
            .account("A", 0, "document:x", "device:d")
            .account("B", 1, "document:x", "device:d")
            .account("C", 9, "tax_id:t")
            .account("D", 20, "document:x", "device:d")
            .graph();

    @Test
    void tellsWhoIsTiedFromWhoIsNot() {
        AccountTable table = view(graph).view().accounts();
        assertThat(value(table, "evidence_pairs", "A")).isGreaterThan(0);
        assertThat(value(table, "evidence_control", "A")).isGreaterThan(value(table, "evidence_control", "C"));
        assertThat(value(table, "evidence_ring_size", "A")).isGreaterThan(0);
        assertThat(value(table, "evidence_by_document", "A")).isGreaterThan(0);
        assertThat(table.names())
                .filteredOn(name -> name.startsWith("evidence_"))
                .filteredOn(name -> !name.equals("evidence_risk"))
                .allSatisfy(name -> assertThat(value(table, name, "C")).isZero());
    }

    @Test
    void namesTheSameColumnsWhateverWasFound() {
        var lonely = new Population()
                .account("A", 0, "device:d")
                .account("B", 1, "device:e")
                .graph();
        assertThat(view(lonely).view().schema()).isEqualTo(view(graph).view().schema());
    }

    @Test
    void aViewKnowsNothingNewerThanItsMoment() {
        long moment = graph.createdAt(graph.findAccount("B"));
        long end = graph.newestTime() + Duration.ofDays(1).toMillis();
        List<EvidencedView> views = EvidencedView.until(
                graph, end, 20, DetectionParameters.defaults(), ComponentEngine.jvm(), Progress.silent());
        EvidencedView early = views.getFirst();
        assertThat(early.snapshot().accountCount()).isEqualTo(2);
        assertThat(early.view().moment()).isEqualTo(moment);
        var alone = new Population()
                .account("A", 0, "document:x", "device:d")
                .account("B", 1, "document:x", "device:d")
                .graph();
        AccountTable then = view(alone).view().accounts();
        for (String name : then.names()) {
            assertThat(early.view()
                            .accounts()
                            .columns()
                            .get(then.names().indexOf(name))[early.snapshot().findAccount("A")])
                    .as(name)
                    .isEqualTo(then.columns().get(then.names().indexOf(name))[alone.findAccount("A")]);
        }
        assertThat(views.getLast().snapshot().accountCount()).isEqualTo(4);
    }

    private float value(AccountTable table, String column, String account) {
        return table.columns().get(table.names().indexOf(column))[graph.findAccount(account)];
    }

    private static EvidencedView view(IdentityGraph graph) {
        return EvidencedView.of(graph, DetectionParameters.defaults(), ComponentEngine.jvm(), Progress.silent());
    }
}
