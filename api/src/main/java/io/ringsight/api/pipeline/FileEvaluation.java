package io.ringsight.api.pipeline;

import io.ringsight.detect.evaluation.Evaluation;
import io.ringsight.detect.evaluation.EvaluationData;
import io.ringsight.detect.evaluation.EvaluationParameters;
import io.ringsight.detect.evaluation.Scorecard;
import io.ringsight.detect.evaluation.Verdicts;
import io.ringsight.export.csv.ResultsReader;
import io.ringsight.export.csv.WholeFile;
import io.ringsight.export.evaluation.DrawsFile;
import io.ringsight.export.evaluation.RunFacts;
import io.ringsight.export.evaluation.ScorecardJson;
import io.ringsight.export.evaluation.ScorecardPage;
import io.ringsight.export.json.JsonText;
import io.ringsight.ingest.progress.Progress;
import io.ringsight.ingest.record.IdentifierTypes;
import io.ringsight.ingest.snapshot.IdentityGraph;
import io.ringsight.ingest.source.RejectionFile;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** Files in, scorecard out, no store at all. */
public final class FileEvaluation {
    private final IdentifierTypes types;
    private final EvaluationSettings settings;
    private final String command;

    /** @param command the words that started it, for whoever wants the same report again */
    public FileEvaluation(IdentifierTypes types, EvaluationSettings settings, String command) {
        this.types = types;
        this.settings = settings;
        this.command = command;
    }

    /** Trains and scores every contender on the files and writes the report. */
    public EvaluationResult run(EvaluationFiles files, Path report, Progress progress) {
        Set<String> opponents = Contenders.wanted(settings.opponents());
        return reported(report, files.applications(), input -> {
            EvaluationData data = input.read(files, progress);
            var evaluation = new Evaluation(parameters(Optional.of(data.graph())));
            try (Contenders contenders = Contenders.open(opponents, settings, progress)) {
                return evaluation.run(data, contenders.all(), contenders.replayed(), progress);
            }
        });
    }

    /**
     * Scores results that were made elsewhere and writes the report.
     *
     * @param applications what they were made from, for times, if at hand
     */
    public EvaluationResult score(
            Path results,
            Path truth,
            Optional<Path> labels,
            Optional<Path> applications,
            Path report,
            Progress progress) {
        return reported(report, results, input -> {
            Verdicts verdicts = ResultsReader.read(results, "results");
            var truths = input.truths(truth);
            var given = input.labels(labels);
            Optional<IdentityGraph> graph = applications.map(path -> input.graph(path, progress));
            long givenUntil = settings.asOf().orElse(Long.MAX_VALUE);
            return new Evaluation(parameters(graph)).score(verdicts, truths, given, givenUntil, graph, progress);
        });
    }

    private EvaluationResult reported(Path report, Path data, Function<EvaluationInput, Scorecard> work) {
        long started = System.nanoTime();
        WholeFile.createFolder(report);
        try (var rejected = new RejectionFile(report.resolve("rejected.jsonl"))) {
            var input = new EvaluationInput(types, rejected);
            Scorecard card = work.apply(input);
            RunFacts facts = facts(data);
            var metrics = ScorecardJson.of(card, facts);
            WholeFile.write(report.resolve("metrics.json"), writer -> writer.write(JsonText.page(metrics)));
            DrawsFile.write(card, report.resolve(DrawsFile.NAME));
            WholeFile.write(report.resolve("report.html"), writer -> writer.write(ScorecardPage.of(card, facts)));
            return new EvaluationResult(
                    card, metrics, input.rejections(), TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - started));
        }
    }

    private RunFacts facts(Path data) {
        var facts = new LinkedHashMap<String, String>();
        facts.put("command", command);
        facts.put("data", data.toString());
        facts.put("ringsight", ProductVersion.ringsight());
        facts.put("commit", System.getProperty("ringsight.commit", "unknown"));
        facts.put("java", Runtime.version().toString());
        return new RunFacts(facts);
    }

    private EvaluationParameters parameters(Optional<IdentityGraph> graph) {
        OptionalLong asOf = settings.asOf();
        long time = asOf.isPresent()
                ? asOf.getAsLong()
                : graph.map(FileEvaluation::twoThirds).orElse(Long.MAX_VALUE);
        return new EvaluationParameters(
                time,
                settings.prior(),
                settings.seed(),
                settings.replicates(),
                settings.replaySteps(),
                Runtime.getRuntime().availableProcessors());
    }

    /** Of the time in which accounts were created. */
    static long twoThirds(IdentityGraph graph) {
        long first = Long.MAX_VALUE;
        long last = Long.MIN_VALUE;
        for (int account = 0; account < graph.accountCount(); account++) {
            first = Math.min(first, graph.createdAt(account));
            last = Math.max(last, graph.createdAt(account));
        }
        return first + (last - first) / 3 * 2;
    }
}
