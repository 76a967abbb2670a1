package io.ringsight.api.pipeline;

import io.ringsight.detect.evaluation.TrainingData;
import io.ringsight.detect.evaluation.Verdicts;
import io.ringsight.detect.evaluation.opponent.AccountAggregates;
import io.ringsight.detect.risk.learner.FeatureTable;
import io.ringsight.export.csv.WholeFile;
import io.ringsight.export.json.JsonText;
import io.ringsight.gnn.metric.Measure;
import io.ringsight.gnn.metric.PopulationStability;
import io.ringsight.ingest.error.ErrorCode;
import io.ringsight.ingest.error.RingsightException;
import io.ringsight.ingest.progress.Progress;
import io.ringsight.ingest.record.AccountLabel;
import io.ringsight.ingest.record.IdentifierTypes;
import io.ringsight.ingest.snapshot.IdentityGraph;
import io.ringsight.ingest.source.RejectionSink;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * How far accounts created after a time differ from those before: in every feature that the boosted opponent sees, and in the
 * product's risk and ring risk. All are taken from one snapshot of everything, so what only accumulates with age (late
 * sightings, neighbours that came later) moves too.
 */
public final class FileDrift {
    private static final int BINS = 10;

    private final IdentifierTypes types;

    public FileDrift(IdentifierTypes types) {
        this.types = types;
    }

    /** @param folder with applications, and labels where there are some; the truth is not read */
    public DriftResult run(Path folder, long split, double prior, long seed, Progress progress) {
        var input = new EvaluationInput(types, RejectionSink.none());
        List<AccountLabel> labels = input.labels(EvaluationFiles.labelsIn(folder)).stream()
                .filter(label -> label.labelledAt() <= split)
                .toList();
        IdentityGraph graph = input.graph(EvaluationFiles.applicationsIn(folder), progress);
        int[] before = accounts(graph, split, false);
        int[] after = accounts(graph, split, true);
        if (before.length == 0 || after.length == 0) {
            throw new RingsightException(
                    ErrorCode.USAGE,
                    "No account was created " + (before.length == 0 ? "until " : "after ") + Instant.ofEpochMilli(split)
                            + ".",
                    "Maybe choose a --split within the time in which accounts were created.");
        }
        List<DriftResult.Row> rows = new ArrayList<>();
        FeatureTable features = AccountAggregates.of(graph);
        for (int i = 0; i < features.names().size(); i++) {
            float[] column = features.columns()[i];
            rows.add(row(features.names().get(i), account -> column[account], before, after));
        }
        scores(graph, new TrainingData(graph.asOf(split), labels, split, prior, seed), progress)
                .forEach((name, values) -> rows.add(row(name, account -> values[account], before, after)));
        rows.sort(
                Comparator.comparingDouble((DriftResult.Row row) -> index(row)).reversed());
        return new DriftResult(split, before.length, after.length, rows, input.rejections());
    }

    private static double index(DriftResult.Row row) {
        return row.stability().index().toOptional().orElse(-1);
    }

    private static int[] accounts(IdentityGraph graph, long split, boolean later) {
        return IntStream.range(0, graph.accountCount())
                .filter(account -> graph.createdAt(account) > split == later)
                .toArray();
    }

    private static DriftResult.Row row(String name, IntToDoubleFunction value, int[] before, int[] after) {
        double[] reference = Arrays.stream(before).mapToDouble(value).toArray();
        double[] current = Arrays.stream(after).mapToDouble(value).toArray();
        return new DriftResult.Row(name, PopulationStability.of(reference, current, BINS));
    }

    /** double[accounts] by number in the snapshot. */
    private static SequencedMap<String, double[]> scores(IdentityGraph graph, TrainingData data, Progress progress) {
        Verdicts verdicts = Contenders.product().train(data, progress).judge(graph, progress);
        double[] risk = new double[graph.accountCount()];
        double[] ringRisk = new double[graph.accountCount()];
        for (int i = 0; i < verdicts.accountIds().size(); i++) {
            int account = graph.findAccount(verdicts.accountIds().get(i));
            risk[account] = verdicts.risk()[i];
            ringRisk[account] = verdicts.ring()[i] < 0 ? Double.NaN : verdicts.ringRisk()[verdicts.ring()[i]];
        }
        SequencedMap<String, double[]> scores = new LinkedHashMap<>();
        scores.put("ringsight account risk", risk);
        scores.put("ringsight ring risk", ringRisk);
        return scores;
    }

    /** {@code drift.json}, as the command prints it too. */
    public static SequencedMap<String, Object> json(DriftResult result) {
        SequencedMap<String, Object> json = new LinkedHashMap<>();
        json.put("split", Instant.ofEpochMilli(result.split()).toString());
        json.put("accounts_before", result.before());
        json.put("accounts_after", result.after());
        json.put("warning_from", PopulationStability.WARNING);
        json.put("alarm_from", PopulationStability.ALARM);
        List<Object> rows = new ArrayList<>();
        for (DriftResult.Row row : result.rows()) {
            Map<String, Object> entry = new LinkedHashMap<>();
            entry.put("name", row.name());
            switch (row.stability().index()) {
                case Measure.Value(double value) -> entry.put("psi", value);
                case Measure.Undefined(String reason) -> {
                    entry.put("psi", null);
                    entry.put("reason", reason);
                }
            }
            entry.put("level", row.stability().level().name().toLowerCase(Locale.ROOT));
            rows.add(entry);
        }
        json.put("stability", rows);
        return json;
    }

    public static void write(DriftResult result, Path report) {
        WholeFile.createFolder(report);
        WholeFile.write(report.resolve("drift.json"), writer -> writer.write(JsonText.page(json(result))));
    }
}
