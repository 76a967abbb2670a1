package io.ringsight.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringsight.api.pipeline.FileEmbedding;
import io.ringsight.gnn.flight.EmbeddingsServer;
import io.ringsight.gnn.flight.ServerSettings;
import io.ringsight.gnn.inference.ViewScorer;
import io.ringsight.gnn.model.GraphModel;
import io.ringsight.gnn.model.InitialParameters;
import io.ringsight.gnn.model.ModelFile;
import io.ringsight.gnn.model.ModelShape;
import io.ringsight.gnn.model.ParameterLayout;
import io.ringsight.gnn.model.Scaler;
import io.ringsight.gnn.pytorch.TorchDevice;
import io.ringsight.gnn.pytorch.TorchSettings;
import io.ringsight.ingest.progress.Progress;
import io.ringsight.ingest.record.IdentifierTypes;
import java.io.BufferedReader;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Embeddings computed here and by another process are one file, to the byte. */
class EmbedCommandTest {
    @TempDir
    Path folder;

    private Path model;

    @BeforeEach
    void aPopulationAndAModel() throws IOException {
        SmallPopulation.write(folder);
        model = model(folder.resolve("network.model"), 8);
    }

    @Test
    void theServersFileIsTheOneMadeHere() throws IOException {
        Path here = embed("here.arrow", "--model", model.toString());
        Path again = embed("again.arrow", "--model", model.toString());
        assertThat(here).hasSameBinaryContentAs(again);
        try (var server = server(model)) {
            Path there = embed("there.arrow", "--server", "127.0.0.1:" + server.port());
            assertThat(there).hasSameBinaryContentAs(here);
        }
    }

    @Test
    void knownLabelsAreHeardByOthersWhereverItIsComputed() throws IOException {
        String[] labels = {"--labels", folder.resolve("labels.csv").toString()};
        Path without = embed("without.arrow", "--model", model.toString());
        Path here = embed("here.arrow", "--model", model.toString(), labels[0], labels[1]);
        assertThat(Files.mismatch(without, here)).isNotNegative();
        try (var server = server(model)) {
            Path there = embed("there.arrow", "--server", "127.0.0.1:" + server.port(), labels[0], labels[1]);
            assertThat(there).hasSameBinaryContentAs(here);
        }
    }

    @Test
    void aRefusalLeavesNoFile() throws IOException {
        Path config =
                Files.writeString(folder.resolve("types.yaml"), "identifier-types:\n  loyalty_card: {kind: exact}\n");
        try (var server = server(model)) {
            var heard = Heard.of(
                    "embed",
                    folder.resolve("applications.jsonl").toString(),
                    "--config",
                    config.toString(),
                    "--server",
                    "127.0.0.1:" + server.port(),
                    "--out",
                    folder.resolve("refused.arrow").toString());
            assertThat(heard.exitCode()).isEqualTo(1);
            assertThat(heard.err()).contains("loyalty_card").contains("Maybe train a new model");
            assertThat(folder).isDirectoryNotContaining("glob:**refused*");
        }
    }

    @Test
    void aProcessOfItsOwnServesUntilItIsAskedToStop() throws Exception {
        var words = new ArrayList<String>();
        words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(word -> !word.contains("jacoco") && !word.startsWith("-agentlib"))
                .forEach(words::add);
        words.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
        words.addAll(List.of("serve-embeddings", "--model", model.toString(), "--port", "0", "--device", "cpu"));
        Process process = new ProcessBuilder(words)
                .redirectError(folder.resolve("err").toFile())
                .start();
        try (BufferedReader out = process.inputReader()) {
            String ready = out.readLine();
            assertThat(ready).as(Files.readString(folder.resolve("err"))).startsWith("Embeddings: grpc://localhost:");
            String address = ready.split("\\s+")[1];
            assertThat(embed("there.arrow", "--server", address))
                    .hasSameBinaryContentAs(embed("here.arrow", "--model", model.toString()));
            process.destroy();
            assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
            assertThat(Files.readString(folder.resolve("err"))).isEmpty();
        } finally {
            process.destroyForcibly();
        }
    }

    private Path embed(String name, String... words) {
        Path out = folder.resolve(name);
        var all = new ArrayList<>(List.of(
                "embed", folder.resolve("applications.jsonl").toString(), "--device", "cpu", "--out", out.toString()));
        all.addAll(List.of(words));
        var heard = Heard.of(all.toArray(String[]::new));
        assertThat(heard.exitCode()).as(heard.err()).isZero();
        return out;
    }

    private static EmbeddingsServer server(Path model) {
        return EmbeddingsServer.start(
                ModelFile.read(model),
                new ServerSettings(
                        "127.0.0.1",
                        0,
                        Optional.empty(),
                        Optional.empty(),
                        100_000_000,
                        ServerSettings.PATIENCE,
                        new TorchSettings(TorchDevice.CPU, 1)));
    }

    /** Untrained, for the features that this population gives. */
    private Path model(Path file, int width) {
        ViewScorer maker = (view, known, progress) -> {
            var shape = ModelShape.of(view.schema(), width, 2);
            float[] parameters = InitialParameters.of(new ParameterLayout(shape), 1);
            var scaler = Scaler.of(List.of(view.accounts()));
            var network = new GraphModel(view.schema(), shape, scaler, parameters, 1, view.moment(), 0.1);
            ModelFile.write(network, file);
            return ViewScorer.here(network, new TorchSettings(TorchDevice.CPU, 1))
                    .score(view, known, progress);
        };
        new FileEmbedding(IdentifierTypes.builtIn(), OptionalLong.empty())
                .run(
                        folder.resolve("applications.jsonl"),
                        Optional.empty(),
                        maker,
                        folder.resolve("first.arrow"),
                        Progress.silent());
        return file;
    }
}
