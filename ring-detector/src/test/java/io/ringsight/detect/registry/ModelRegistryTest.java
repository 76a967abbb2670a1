package io.ringsight.detect.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ringsight.detect.DetectionRun;
import io.ringsight.detect.Population;
import io.ringsight.detect.cluster.ComponentEngine;
import io.ringsight.detect.registry.ModelRegistry.Action;
import io.ringsight.detect.risk.network.Gangs;
import io.ringsight.ingest.error.ErrorCode;
import io.ringsight.ingest.error.RingsightException;
import io.ringsight.ingest.progress.Progress;
import io.ringsight.ingest.record.AccountLabel;
import io.ringsight.ingest.record.IdentifierKind;
import io.ringsight.ingest.record.IdentifierType;
import io.ringsight.ingest.record.IdentifierTypes;
import io.ringsight.ingest.snapshot.IdentityGraph;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelRegistryTest {
    private static final Instant NOW = Instant.parse("2026-11-28T00:00:00Z");
    private static final ModelBundle BUNDLE = train(Gangs.graph(), Gangs.labels());

    @TempDir
    Path folder;

    @Test
    void sameDataSameBytesWhateverTheKeysAndTheOrder() throws IOException {
        ModelBundle other = train(Gangs.graph("other", 9), Gangs.labels());
        BundleFile.write(BUNDLE, folder.resolve("one"));
        BundleFile.write(other, folder.resolve("two"));
        assertThat(other.model().id()).isEqualTo(BUNDLE.model().id());
        assertThat(Files.readAllBytes(folder.resolve("one"))).isEqualTo(Files.readAllBytes(folder.resolve("two")));
    }

    @Test
    void whatIsReadJudgesAsWhatWasWritten() {
        ModelRegistry registry = registry();
        ModelBundle read = registry.read(BUNDLE.model().id());
        assertThat(read.origin()).isEqualTo(BUNDLE.origin());
        assertThat(judged(read)).isEqualTo(judged(BUNDLE));
    }

    @Test
    void aFileCutShortIsRefused() throws IOException {
        ModelRegistry registry = registry();
        Path file = folder.resolve(BUNDLE.model().id() + ".model");
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(bytes, bytes.length - 100));
        assertThatThrownBy(() -> registry.read(BUNDLE.model().id()))
                .isInstanceOf(RingsightException.class)
                .hasMessageContaining("bytes of content");
    }

    @Test
    void aModelOfOtherIdentifierTypesIsRefused() {
        var types = IdentifierTypes.builtIn().with(List.of(new IdentifierType("loyalty_card", IdentifierKind.EXACT)));
        IdentityGraph other = new Population(types)
                .account("A", 0, "device:d")
                .account("B", 1, "device:d")
                .graph();
        var run = new DetectionRun(
                Gangs.PARAMETERS, ComponentEngine.jvm(), Optional.empty(), Optional.of(BUNDLE.model()));
        assertThatThrownBy(() -> run.run(other, List.of(), Progress.silent()))
                .isInstanceOf(RingsightException.class)
                .hasMessageContaining("loyalty_card");
    }

    @Test
    void theLastPromotedJudgesUntilItIsTakenBack() {
        ModelRegistry registry = registry();
        assertThat(registry.champion()).isEmpty();
        registry.record(Action.CHAMPION, "M-1", NOW);
        registry.record(Action.SHADOW, "M-2", NOW);
        assertThat(registry.champion()).contains("M-1");
        assertThat(registry.shadow()).contains("M-2");
        registry.record(Action.CHAMPION, "M-2", NOW);
        assertThat(registry.champion()).contains("M-2");
        assertThat(registry.shadow()).isEmpty();
        assertThat(registry.rollback(NOW)).isEqualTo("M-2");
        assertThat(registry.champion()).contains("M-1");
        registry.rollback(NOW);
        assertThat(registry.champion()).isEmpty();
        assertThatThrownBy(() -> registry.rollback(NOW)).isInstanceOf(RingsightException.class);
    }

    @Test
    void aNameThatIsNoneIsNotLookedForInOtherFolders() {
        ModelRegistry registry = registry();
        for (String name : List.of("M-0", "../secret", "M-../../x", "")) {
            assertThatThrownBy(() -> registry.read(name))
                    .isInstanceOfSatisfying(
                            RingsightException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.NOT_FOUND));
        }
    }

    @Test
    void aDamagedLogSaysWhere() throws IOException {
        ModelRegistry registry = registry();
        Files.writeString(folder.resolve("registry.csv"), "at,action,model\nyesterday,champion,M-1\n");
        assertThatThrownBy(registry::champion)
                .isInstanceOf(RingsightException.class)
                .hasMessageContaining("yesterday");
    }

    @Test
    void tooFewLabelsAreToldInNumbers() {
        List<AccountLabel> few = Gangs.labels().subList(0, 30);
        assertThatThrownBy(() -> train(Gangs.graph(), few))
                .isInstanceOf(RingsightException.class)
                .hasMessageContaining("labelled fraud");
    }

    @Test
    void checkpointsStayForATrainingThatResumesAndGoWithTheNextCandidate() throws IOException {
        ModelRegistry registry = registry();
        Path left = registry.checkpoints(false).resolve("network-0.checkpoint");
        Files.writeString(left, "stopped here");
        assertThat(registry.checkpoints(true)).isDirectoryContaining(file -> file.equals(left));
        assertThat(registry.checkpoints(false)).isEmptyDirectory();
        Files.writeString(left, "stopped here");
        registry.add(BUNDLE, "card", NOW);
        assertThat(left).doesNotExist();
    }

    private ModelRegistry registry() {
        var registry = new ModelRegistry(folder);
        registry.add(BUNDLE, "card", NOW);
        return registry;
    }

    private static Object judged(ModelBundle bundle) {
        return new DetectionRun(Gangs.PARAMETERS, ComponentEngine.jvm(), Optional.empty(), Optional.of(bundle.model()))
                .run(Gangs.graph(), Gangs.labels(), Progress.silent())
                .accounts();
    }

    private static ModelBundle train(IdentityGraph graph, List<AccountLabel> labels) {
        return training().train(graph, labels, Optional.empty()).bundle();
    }

    private static ModelTraining training() {
        return new ModelTraining(Gangs.PARAMETERS, ComponentEngine.jvm(), Optional.empty(), Progress.silent());
    }
}
