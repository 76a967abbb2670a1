package io.ringsight.ingest.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.ringsight.ingest.snapshot.IdentityGraph;
import org.junit.jupiter.api.Test;

class SnapshotBenchmarkTest {
    private static final int ACCOUNTS = 20_000;

    @Test
    void staysWithinFourHundredMegabytesForAMillionAccounts() {
        IdentityGraph graph = SnapshotBenchmark.graph(ACCOUNTS, 1);
        assertThat(graph.sightingCount()).isEqualTo(5 * ACCOUNTS);
        assertThat((double) graph.identifierCount() / ACCOUNTS).isCloseTo(3.5, within(0.05));
        assertThat(graph.memory().bytes()).isLessThan(400_000_000L * ACCOUNTS / 1_000_000);
    }

    @Test
    void itemisesEveryArray() {
        SnapshotBenchmark.Report report = SnapshotBenchmark.run(1_000, 1);
        assertThat(report.table()).contains("token, high half", "seen_at", "measured heap");
        assertThat(report.memory().arrays()).hasSize(29);
    }
}
