package io.ringsight.detect;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringsight.detect.cluster.ComponentEngine;
import io.ringsight.ingest.intake.Intake;
import io.ringsight.ingest.progress.Progress;
import io.ringsight.ingest.record.AccountLabel;
import io.ringsight.ingest.record.IdentifierTypes;
import io.ringsight.ingest.simulate.Population;
import io.ringsight.ingest.simulate.SimulationParameters;
import io.ringsight.ingest.snapshot.IdentityGraph;
import io.ringsight.ingest.snapshot.IdentityGraphBuilder;
import io.ringsight.ingest.source.RejectionSink;
import io.ringsight.ingest.tokenise.KeySets;
import io.ringsight.ingest.vault.Vault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a detection must not depend on: the key set, the order of the file, the number of threads. */
class DetectionIndependenceTest {
    private static final IdentifierTypes TYPES = IdentifierTypes.builtIn();

    @TempDir
    static Path folder;

    private static Path applications;
    private static List<AccountLabel> labels;
    private static Detection expected;

    @BeforeAll
    static void detectOnce() throws IOException {
        Population.generate(SimulationParameters.of(4_000, 11), folder, Progress.silent());
        applications = folder.resolve("applications.jsonl");
        labels = labels(folder.resolve("labels.csv"));
        expected = detected(snapshot(applications, 2));
        assertThat(expected.rings()).hasSizeGreaterThan(50);
    }

    @Test
    void isTheSameUnderAnotherKeySet() {
        assertThat(detected(snapshot(applications, 2))).isEqualTo(expected); // each snapshot has keys of its own
    }

    @Test
    void isTheSameFromAFileInAnotherOrder() throws IOException {
        var lines = new ArrayList<>(Files.readAllLines(applications));
        Collections.shuffle(lines, new Random(5));
        Path shuffled = Files.write(folder.resolve("shuffled.jsonl"), lines);
        assertThat(detected(snapshot(shuffled, 1))).isEqualTo(expected);
    }

    @Test
    void isTheSameWithOneThreadAndWithSeveral() throws Exception {
        IdentityGraph graph = snapshot(applications, 3);
        for (int threads : new int[] {1, 3}) {
            try (var pool = new ForkJoinPool(threads)) {
                assertThat(pool.submit(() -> detected(graph)).get()).isEqualTo(expected);
            }
        }
    }

    @Test
    void ofAPastTimeIsTheSameAsItWasThen() throws IOException {
        long time = Instant.parse("2025-04-01T00:00:00Z").toEpochMilli();
        List<String> known = Files.readAllLines(applications).stream()
                .filter(line -> line.split("\"created_at\":\"", 2)[1].compareTo("2025-04-01") < 0)
                .toList();
        Path then = Files.write(folder.resolve("then.jsonl"), known);
        IdentityGraph past = snapshot(applications, 2).asOf(time);
        assertThat(past.accountCount()).isEqualTo(known.size());
        assertThat(detected(past)).isEqualTo(detected(snapshot(then, 2).asOf(time)));
    }

    private static Detection detected(IdentityGraph graph) {
        Detection detection = new DetectionRun(DetectionParameters.defaults(), ComponentEngine.jvm(), Optional.empty())
                .run(graph, labels, Progress.silent());
        DetectionFacts facts = detection.facts();
        return new Detection(
                detection.accounts(),
                detection.rings(),
                detection.links(),
                new DetectionFacts(
                        facts.snapshot(),
                        facts.modelVersion(),
                        facts.engine(),
                        facts.embedding(),
                        facts.device(),
                        facts.calibration(),
                        facts.learned(),
                        facts.prior(),
                        facts.typePriors(),
                        facts.seed(),
                        facts.candidatePairs(),
                        facts.pairModel(),
                        new LinkedHashMap<>()));
    }

    private static IdentityGraph snapshot(Path file, int threads) {
        var builder = new IdentityGraphBuilder(TYPES);
        new Intake(TYPES, KeySets.ephemeral(TYPES), Vault.off(), threads)
                .run(List.of(file), builder, RejectionSink.none(), Progress.silent());
        return builder.build();
    }

    private static List<AccountLabel> labels(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .skip(1)
                .map(line -> line.split(","))
                .map(row -> new AccountLabel(
                        row[0],
                        AccountLabel.Verdict.valueOf(row[1].toUpperCase(Locale.ROOT)),
                        Instant.parse(row[2]).toEpochMilli()))
                .toList();
    }
}
