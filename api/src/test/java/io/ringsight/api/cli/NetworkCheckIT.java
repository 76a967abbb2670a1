package io.ringsight.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringsight.api.decision.CheckDesk;
import io.ringsight.api.pipeline.Installation;
import io.ringsight.api.pipeline.StoreExport;
import io.ringsight.api.pipeline.StoreSettings;
import io.ringsight.api.policy.PolicyFile;
import io.ringsight.api.service.RingService;
import io.ringsight.detect.DetectionParameters;
import io.ringsight.detect.cluster.ComponentEngine;
import io.ringsight.detect.registry.ModelRegistry;
import io.ringsight.detect.registry.ModelTraining;
import io.ringsight.detect.risk.RiskParameters;
import io.ringsight.detect.risk.network.NetworkParameters;
import io.ringsight.gnn.pytorch.TorchDevice;
import io.ringsight.gnn.pytorch.TorchSettings;
import io.ringsight.gnn.training.FanOut;
import io.ringsight.gnn.training.TrainingParameters;
import io.ringsight.ingest.neo4j.LabelStore;
import io.ringsight.ingest.neo4j.SnapshotReader;
import io.ringsight.ingest.neo4j.Store;
import io.ringsight.ingest.progress.Progress;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A network that was taught by labels and promoted has a say about applicants, and what it said can be said again. */
class NetworkCheckIT {
    private static final NetworkParameters SMALL = new NetworkParameters(
            2, 1, new TrainingParameters(8, 2, new FanOut(6, 8), 64, 0, 2, 1, 1e-2, 1e-2, 1.0, 0.1, 0));

    @TempDir
    Path folder;

    private String data() {
        return folder.resolve("data").toString();
    }

    @AfterEach
    void stop() {
        Heard.of("store", "stop", "--data", data());
    }

    @Test
    void itIsAskedAndItsAnswersReplay() throws IOException {
        Path population = folder.resolve("population");
        good("simulate", "--accounts", "5000", "--seed", "7", "--out", population.toString());
        List<String> all = Files.readAllLines(population.resolve("applications.jsonl"));
        Path known = Files.write(folder.resolve("known.jsonl"), all.subList(0, 4_900));
        good("ingest", known.toString(), "--data", data());
        good("labels", population.resolve("labels.csv").toString(), "--data", data());
        String model = promoted();
        good("detect", "--embedding", "none", "--data", data());

        String asked = checked(all.subList(4_900, 5_000), model);
        assertThat(Heard.of("replay", asked, "--data", data()).out()).contains("Equal");

        Path file = folder.resolve("data/models").resolve(model + ".model");
        Path away = Files.move(file, folder.resolve("away"));
        Heard cannot = Heard.of("replay", asked, "--data", data());
        assertThat(cannot.out()).contains("model " + model).contains("here no more");
        try (RingService service = open()) {
            assertThat(service.health().modelPresent()).isFalse();
            assertThat(service.check(bytes(all.getLast())).result().reasons())
                    .noneMatch(reason -> reason.code().equals("GRAPH_NETWORK"));
        }
        Files.move(away, file);
    }

    /** Taught quickly, and so badly: what counts is that it is asked. */
    private String promoted() {
        Installation installation = installation();
        ModelRegistry models = installation.models();
        var parameters = DetectionParameters.defaults()
                .withRisk(RiskParameters.defaults().learningFrom(10));
        try (Store store = installation.connect(Progress.silent())) {
            var networks = new ModelTraining.Networks(SMALL, new TorchSettings(TorchDevice.CPU, 1), Optional.empty());
            var trained = new ModelTraining(parameters, ComponentEngine.jvm(), Optional.of(networks), Progress.silent())
                    .train(
                            SnapshotReader.read(store, installation.types(), Progress.silent())
                                    .graph(),
                            LabelStore.read(store),
                            Optional.empty());
            models.add(trained.bundle(), "# taught for a test", Instant.now());
            String id = trained.bundle().model().id();
            models.record(ModelRegistry.Action.CHAMPION, id, Instant.now());
            return id;
        }
    }

    /** @return id of a check in which the network had a say */
    private String checked(List<String> applicants, String model) {
        Installation installation = installation();
        String said = "";
        try (RingService service = open();
                CheckDesk desk = CheckDesk.open(installation, service, PolicyFile.builtIn())) {
            assertThat(service.health().modelPresent()).isTrue();
            for (String applicant : applicants) {
                var checked = service.check(bytes(applicant));
                assertThat(checked.state().network()).contains(model);
                assertThat(service.check(bytes(applicant)).result()).isEqualTo(checked.result());
                if (checked.result().reasons().stream()
                        .anyMatch(reason -> reason.code().equals("GRAPH_NETWORK"))) {
                    said = desk.check(bytes(applicant)).checkId();
                }
            }
        }
        assertThat(said).isNotEmpty();
        return said;
    }

    private RingService open() {
        Installation installation = installation();
        Store store = installation.connect(Progress.silent());
        return RingService.open(installation, store, StoreExport.lastDetection(store), Progress.silent());
    }

    private Installation installation() {
        return new Installation(new StoreSettings(folder.resolve("data"), Optional.empty()), Optional.empty());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static void good(String... words) {
        Heard heard = Heard.of(words);
        assertThat(heard.exitCode()).as(heard.err()).isIn(ExitCodes.GOOD, ExitCodes.DONE_WITH_REJECTIONS);
    }
}
