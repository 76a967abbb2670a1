package io.ringsight.ingest.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringsight.ingest.intake.Intake;
import io.ringsight.ingest.intake.IntakeReport;
import io.ringsight.ingest.progress.Progress;
import io.ringsight.ingest.record.IdentifierTypes;
import io.ringsight.ingest.snapshot.IdentityGraph;
import io.ringsight.ingest.snapshot.IdentityGraphBuilder;
import io.ringsight.ingest.source.RejectionSink;
import io.ringsight.ingest.tokenise.KeySets;
import io.ringsight.ingest.vault.Vault;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SimulatedIntakeTest {
    private static final IdentifierTypes TYPES = IdentifierTypes.builtIn();

    @TempDir
    Path folder;

    @Test
    void isTakenInWithoutRejectionsAndWithoutDoubts() {
        Population.generate(SimulationParameters.of(3_000, 1), folder, Progress.silent());
        var builder = new IdentityGraphBuilder(TYPES);
        IntakeReport report = intake(folder.resolve("applications.jsonl"), builder);
        assertThat(report.applications()).isEqualTo(3_000);
        assertThat(report.rejections()).isZero();
        assertThat(report.unverified()).isEmpty();
        IdentityGraph graph = builder.build();
        assertThat(graph.accountCount()).isEqualTo(3_000);
        assertThat(graph.sightingCount()).isEqualTo(report.sightings());
        assertThat(graph.newestTime())
                .isLessThan(SimulationParameters.of(3_000, 1).end());
    }

    @Test
    void hasSixSightingsAnAccountAsAPlainVolume() {
        Path file = folder.resolve("volume.jsonl");
        Population.generateVolume(SimulationParameters.of(1_000, 1), 6, file);
        var builder = new IdentityGraphBuilder(TYPES);
        assertThat(intake(file, builder).rejections()).isZero();
        assertThat(builder.build().sightingCount()).isEqualTo(6_000);
    }

    private static IntakeReport intake(Path file, IdentityGraphBuilder builder) {
        return new Intake(TYPES, KeySets.ephemeral(TYPES), Vault.off())
                .run(List.of(file), builder, RejectionSink.none(), Progress.silent());
    }
}
