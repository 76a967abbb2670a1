package io.ringsight.detect;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringsight.detect.cluster.ComponentEngine;
import io.ringsight.detect.evaluation.metric.RingComparison;
import io.ringsight.detect.evaluation.metric.Weights;
import io.ringsight.gnn.metric.Measure;
import io.ringsight.gnn.metric.RankedScores;
import io.ringsight.gnn.metric.Ranking;
import io.ringsight.gnn.metric.Tally;
import io.ringsight.ingest.progress.Progress;
import io.ringsight.ingest.record.AccountLabel;
import io.ringsight.ingest.snapshot.IdentityGraph;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Scores on the PaySim development data: {@code -Dringsight.firstparty=FOLDER}; simulated, and easy. */
@EnabledIfSystemProperty(named = "ringsight.firstparty", matches = ".+")
class FirstPartyTest {
    private static final String[] NOBODY = {"", "", ""};

    private final Path folder = Path.of(System.getProperty("ringsight.firstparty", "."));

    @Test
    void ranksFraudAboveTheRestWithoutLabels() {
        assertThat(score("without labels", List.of())).isGreaterThan(0.889);
    }

    @Test
    void ranksFraudAboveTheRestWithLabels() {
        assertThat(score("with labels", labels())).isGreaterThan(0.889);
    }

    private double score(String title, List<AccountLabel> labels) {
        IdentityGraph graph = graph();
        var run = new DetectionRun(DetectionParameters.defaults(), ComponentEngine.jvm(), Optional.empty());
        Detection detection = run.run(graph, labels, Progress.silent());
        Map<String, String[]> truth = new HashMap<>();
        rows("truth.csv").forEach(row -> truth.put(row[0], row));
        List<AccountRisk> accounts = detection.accounts();
        double[] risk = accounts.stream().mapToDouble(AccountRisk::risk).toArray();
        boolean[] fraud = new boolean[risk.length];
        for (int i = 0; i < fraud.length; i++) {
            fraud[i] = truth.getOrDefault(accounts.get(i).accountId(), NOBODY)[1].equals("fraud");
        }
        boolean[] scored = new boolean[risk.length];
        Arrays.fill(scored, true);
        var rings = RingComparison.of(
                numbered(accounts, AccountRisk::ringId),
                numbered(accounts, a -> truth.getOrDefault(a.accountId(), NOBODY)[2]),
                scored);
        Tally tally = RankedScores.of(risk, fraud).tally();
        System.out.printf(
                "%s: AUROC %.4f AUPRC %.4f pairs recall %.4f precision %.4f rings %d links %d pairs %d risky accounts %d"
                        + " calibration %s timings %s%n",
                title,
                value(Ranking.auroc(tally)),
                value(Ranking.averagePrecision(tally)),
                value(rings.pairRecall(Weights.ones(risk.length))),
                value(rings.pairPrecision(Weights.ones(risk.length))),
                detection.rings().size(),
                detection.links().size(),
                detection.facts().candidatePairs(),
                accounts.stream().filter(a -> a.risk() >= 0.5).count(),
                detection.facts().calibration(),
                detection.facts().timings());
        return value(Ranking.auroc(tally));
    }

    private static double value(Measure measure) {
        return measure.toOptional().orElseThrow(() -> new AssertionError(measure));
    }

    /** Equal names an equal number from 0; -1 for no name. */
    private static int[] numbered(List<AccountRisk> accounts, Function<AccountRisk, @Nullable String> name) {
        Map<String, Integer> numbers = new HashMap<>();
        return accounts.stream()
                .map(name)
                .mapToInt(n -> n == null || n.isEmpty() ? -1 : numbers.computeIfAbsent(n, _ -> numbers.size()))
                .toArray();
    }

    private IdentityGraph graph() {
        var population = new Population();
        rows("accounts.csv").forEach(row -> population.accountAt(row[0], time(row[1])));
        rows("identifiers.csv").forEach(row -> population.use(row[0], row[1] + ":" + row[2]));
        return population.graph();
    }

    private List<AccountLabel> labels() {
        return rows("labels.csv").stream()
                .map(row -> new AccountLabel(
                        row[0],
                        row[1].equals("fraud") ? AccountLabel.Verdict.FRAUD : AccountLabel.Verdict.LEGIT,
                        time(row[2])))
                .toList();
    }

    private List<String[]> rows(String file) {
        try (var lines = Files.lines(folder.resolve(file))) {
            return lines.skip(1).map(line -> line.split(",", -1)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long time(String text) {
        return Instant.parse(text).toEpochMilli();
    }
}
