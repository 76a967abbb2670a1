package io.ringsight.detect.evaluation.opponent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.ringsight.detect.Population;
import io.ringsight.detect.evaluation.Verdicts;
import io.ringsight.ingest.snapshot.IdentityGraph;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RiskyComponentsTest {
    @Test
    void joinsRiskyAccountsThroughWhatTheyShareButNotThroughOthersOrHubs() {
        var population = new Population()
                .account("A", 0, "device:x")
                .account("Between", 0, "device:x", "phone:y")
                .account("B", 0, "device:x")
                .account("C", 0, "phone:y")
                .account("D", 0, "ip:hub");
        for (int i = 0; i < Opponents.COMPONENT_CAP; i++) {
            population.account("N" + i, 0, "ip:hub");
        }
        population.use("C", "ip:hub");
        IdentityGraph graph = population.graph();
        double[] risk = new double[graph.accountCount()];
        risk[graph.findAccount("A")] = 0.9;
        risk[graph.findAccount("B")] = 0.5;
        risk[graph.findAccount("C")] = 0.8;
        risk[graph.findAccount("D")] = 0.8;
        Verdicts verdicts = RiskyComponents.verdicts("x", graph, risk);
        assertThat(SharedIdentifiersTest.groups(verdicts)).containsExactly(Set.of("A", "B"));
        assertThat(verdicts.ringRisk()[0]).isCloseTo(0.7, within(1e-12));
        assertThat(verdicts.risk()[verdicts.accountIds().indexOf("C")]).isEqualTo(0.8);
    }
}
