package io.ringsight.api.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.ringsight.gnn.pytorch.TorchDevice;
import io.ringsight.gnn.pytorch.TorchSession;
import io.ringsight.ingest.error.RingsightException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What each bad input gives: one clear message, the documented exit code. None of these starts a store. */
class CommandLineTest {
    private static final String GOOD = """
            {"account_id":"A1","created_at":"2026-03-01T10:22:31Z","identifiers":[{"type":"device","value":"d-1"}]}
            {"account_id":"A2","created_at":"2026-03-02T10:22:31Z","identifiers":[{"type":"device","value":"d-1"}]}
            """;

    @TempDir
    Path folder;

    @ParameterizedTest(name = "ringsight {0}")
    @MethodSource
    void saysWhatIsWrongWithTheWords(String words, String message) {
        var heard = Heard.of(words.isEmpty() ? new String[0] : words.split(" "));

        assertThat(heard.exitCode()).isEqualTo(2);
        assertThat(heard.err()).contains(message).contains("Maybe ").doesNotContain("\tat ");
        assertThat(heard.out()).isEmpty();
    }

    static Stream<Arguments> saysWhatIsWrongWithTheWords() {
        return Stream.of(
                Arguments.of("", "A command is missing"),
                Arguments.of("analyse x", "analyse"),
                Arguments.of("analyze x", "--out"),
                Arguments.of("analyze x --out y --prior 2", "--prior is 2.0"),
                Arguments.of("analyze x --out y --prior many", "many"),
                Arguments.of("analyze x --out y --as-of yesterday", "'yesterday'"),
                Arguments.of("analyze x --out y --threads -1", "--threads"),
                Arguments.of("serve --port 99999", "--port is 99999"),
                Arguments.of("serve --host 0.0.0.0", "without API keys"),
                Arguments.of("embed x --out y", "--model"),
                Arguments.of("embed x --out y --server http://host", "'http://host'"),
                Arguments.of("serve-embeddings --model x --host 0.0.0.0", "without a token"),
                Arguments.of("serve-embeddings --model x --tls-cert y", "--tls-key"),
                Arguments.of("serve-embeddings --model x --device tpu", "tpu"),
                Arguments.of("ingest x --neo4j-uri http://host", "http://host"),
                Arguments.of("export --format pdf --out y", "'pdf'"),
                Arguments.of("simulate --accounts 0 --out y", "accounts"),
                Arguments.of("simulate", "--out is missing"),
                Arguments.of("simulate --out y --dial prevalence=0.9", "prevalence must be 0 to 0.5, not 0.9"),
                Arguments.of("simulate --out y --dial chain.evasoin=0.1", "no dial chain.evasoin"));
    }

    @Test
    void listsTheDialsWithTheirSources() {
        var heard = Heard.of("simulate", "--dials");

        assertThat(heard.exitCode()).isZero();
        assertThat(heard.out())
                .contains("prevalence = 0.03")
                .contains("device_farm.size")
                .contains("from: ");
    }

    @Test
    void refusesADeviceThatIsNotThereBeforeItReadsAnything() {
        assumeFalse(hasCuda(), "there is a CUDA device");
        Path out = folder.resolve("out");

        var heard = Heard.of("analyze", "nowhere.jsonl", "--out", out.toString(), "--device", "cuda");

        assertThat(heard.exitCode()).isEqualTo(1);
        assertThat(heard.err())
                .contains("sees no CUDA device")
                .contains("Maybe ")
                .doesNotContain("\tat ");
        assertThat(out).doesNotExist();
    }

    private static boolean hasCuda() {
        try {
            TorchSession.require(TorchDevice.CUDA);
            return true;
        } catch (RingsightException e) {
            return false;
        }
    }

    @Test
    void reportsTheDeviceThatWasUsed() throws IOException {
        Path out = folder.resolve("out");
        Path applications = Files.writeString(folder.resolve("applications.jsonl"), GOOD);

        var heard = Heard.of("analyze", applications.toString(), "--out", out.toString(), "--device", "cpu");

        assertThat(heard.exitCode()).as(heard.err()).isZero();
        assertThat(Files.readString(out.resolve("report.json")))
                .containsPattern("\"device\"\\s*:\\s*\"cpu\"")
                .containsPattern("\"embedding\"\\s*:\\s*\"fastrp\"");
    }

    @Test
    void helpsWithEveryCommand() {
        for (String command : List.of(
                "demo",
                "analyze",
                "ingest",
                "labels",
                "detect",
                "serve",
                "check",
                "export",
                "embed",
                "serve-embeddings",
                "evaluate",
                "simulate",
                "store")) {
            var heard = Heard.of(command, "--help");

            assertThat(heard.exitCode()).as(command).isZero();
            assertThat(heard.out()).as(command).contains("Usage: ringsight " + command);
        }
    }

    @Test
    void writesEveryFileOfTheContract() throws IOException {
        Path out = folder.resolve("out");
        var heard = analyze(GOOD, out);

        assertThat(heard.exitCode()).as(heard.err()).isZero();
        try (var files = Files.list(out)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder(
                            "accounts.csv", "rings.csv", "links.csv", "rejected.jsonl", "report.json");
        }
        assertThat(Files.readString(out.resolve("accounts.csv")))
                .contains("A1,")
                .contains("A2,");
        assertThat(out.resolve("rejected.jsonl")).isEmptyFile();
        assertThat(Files.readString(out.resolve("report.json"))).contains("\"calibrated\" : false");
    }

    @Test
    void isSilentButForTheResultInAPipe() throws IOException {
        var heard = analyze(GOOD, folder.resolve("out"));

        assertThat(heard.err()).isEmpty();
    }

    @Test
    void keepsWhatIsGoodAndSaysWhatWasLeftOut() throws IOException {
        var heard = analyze(
                GOOD + "{\"account_id\":\"A3\"\n{\"account_id\":\"A4\",\"created_at\":\"soon\",\"identifiers\":[]}\n",
                folder.resolve("out"));

        assertThat(heard.exitCode()).isEqualTo(3);
        assertThat(Files.readString(folder.resolve("out/accounts.csv")))
                .contains("A1,")
                .contains("A2,");
        assertThat(Files.readAllLines(folder.resolve("out/rejected.jsonl"))).hasSize(2);
    }

    @Test
    void givesTheSameBytesAgain() throws IOException {
        analyze(GOOD, folder.resolve("one"));
        analyze(GOOD, folder.resolve("two"));

        for (String name : List.of("accounts.csv", "rings.csv", "links.csv")) {
            assertThat(folder.resolve("two").resolve(name))
                    .hasSameBinaryContentAs(folder.resolve("one").resolve(name));
        }
    }

    @Test
    void saysThatAFileIsMissing() {
        var heard = Heard.of(
                "analyze",
                folder.resolve("none.jsonl").toString(),
                "--out",
                folder.resolve("out").toString());

        assertThat(heard.exitCode()).isEqualTo(1);
        assertThat(heard.err()).contains("none.jsonl").contains("Maybe ");
    }

    @Test
    void saysThatAFileIsEmpty() throws IOException {
        var heard = analyze("", folder.resolve("out"));

        assertThat(heard.exitCode()).isEqualTo(1);
        assertThat(heard.err()).contains("applications.jsonl").contains("Maybe ");
    }

    @Test
    void saysThatAFolderHasNoData() throws IOException {
        Path empty = Files.createDirectory(folder.resolve("empty"));
        var heard = Heard.of(
                "analyze", empty.toString(), "--out", folder.resolve("out").toString());

        assertThat(heard.exitCode()).isEqualTo(1);
        assertThat(heard.err()).contains("empty").contains("Maybe ");
    }

    @Test
    void saysThatResultsCannotBeWritten() throws IOException {
        Path file = Files.writeString(folder.resolve("taken"), "x");
        var heard = analyze(GOOD, file);

        assertThat(heard.exitCode()).isEqualTo(1);
        assertThat(heard.err()).contains("taken").contains("Maybe ");
    }

    @Test
    void saysThatAPortIsTakenBeforeTheHeavyWork() throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = Integer.toString(taken.getLocalPort());
            var heard = Heard.of(
                    "demo", "--port", port, "--data", folder.resolve("data").toString());

            assertThat(heard.exitCode()).isEqualTo(1);
            assertThat(heard.err()).contains("Port " + port).contains("Maybe ");
            assertThat(folder.resolve("data")).doesNotExist();
        }
    }

    @Test
    void saysThatAServerDoesNotAnswer() {
        var heard = Heard.of(
                "detect",
                "--neo4j-uri",
                "bolt://127.0.0.1:1",
                "--data",
                folder.resolve("data").toString());

        assertThat(heard.exitCode()).isEqualTo(5);
        assertThat(heard.err()).contains("127.0.0.1:1").contains("Maybe ");
    }

    @Test
    void answersInJsonWhenAsked() throws IOException {
        Path file = Files.writeString(folder.resolve("applications.jsonl"), GOOD);
        var good = Heard.of(
                "analyze", file.toString(), "--out", folder.resolve("out").toString(), "--json");
        var bad = Heard.of("analyze", "none", "--out", folder.resolve("out").toString(), "--json");

        assertThat(good.out()).startsWith("{").contains("\"accounts\" : 2");
        assertThat(bad.out()).contains("\"code\" : \"INPUT_UNREADABLE\"");
    }

    private Heard analyze(String applications, Path out) throws IOException {
        Path file = Files.writeString(folder.resolve("applications.jsonl"), applications);
        return Heard.of("analyze", file.toString(), "--embedding", "none", "--out", out.toString());
    }
}
