package io.ringsight.api.pipeline;

import io.ringsight.detect.DetectionParameters;
import io.ringsight.detect.DetectionRun;
import io.ringsight.detect.cluster.ComponentEngine;
import io.ringsight.detect.evaluation.faithfulness.Faithfulness;
import io.ringsight.detect.evaluation.faithfulness.FaithfulnessStudy;
import io.ringsight.detect.risk.Findings;
import io.ringsight.detect.risk.column.RiskTable;
import io.ringsight.detect.risk.learned.LearnedRisk;
import io.ringsight.detect.risk.learned.TrainedModel;
import io.ringsight.ingest.progress.Progress;
import io.ringsight.ingest.record.AccountLabel;
import io.ringsight.ingest.record.IdentifierTypes;
import io.ringsight.ingest.snapshot.IdentityGraph;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** Whether explanations hold in simulated populations: {@code main} with folders that {@code simulate} wrote; one table each. */
final class ExplanationBenchmark {
    private ExplanationBenchmark() {}

    public static void main(String[] folders) {
        for (String folder : folders) {
            var input = new EvaluationInput(IdentifierTypes.builtIn(), _ -> {});
            IdentityGraph graph = input.graph(Path.of(folder, "applications.jsonl"), Progress.silent());
            List<AccountLabel> labels = input.labels(Optional.of(Path.of(folder, "labels.csv")));
            System.out.printf("%s: %s%n", folder, graph);
            long started = System.nanoTime();
            measure(graph, labels).forEach(ExplanationBenchmark::print);
            System.out.printf("%.1f s%n", (System.nanoTime() - started) / 1e9);
        }
    }

    private static List<Faithfulness> measure(IdentityGraph graph, List<AccountLabel> labels) {
        var parameters = DetectionParameters.defaults();
        var found = new AtomicReference<Findings>();
        new DetectionRun(parameters, ComponentEngine.jvm(), Optional.empty())
                .run(graph, List.of(), Progress.silent(), found::set);
        Findings findings = Objects.requireNonNull(found.get());
        var study = new FaithfulnessStudy(parameters, findings, Progress.silent());
        var rows = new ArrayList<>(study.ofEvidence());
        var table = RiskTable.of(findings, labels, parameters.prior(), Progress.silent());
        LearnedRisk.train(
                        table,
                        LearnedRisk.Networks.NONE,
                        parameters.risk().leastToLearn(),
                        parameters.prior(),
                        parameters.seed(),
                        Progress.silent())
                .ifPresent(
                        training -> rows.addAll(study.ofLearned(new TrainedModel("M-here", training.risk()), labels)));
        return rows;
    }

    private static void print(Faithfulness row) {
        System.out.printf(
                "%-36s %5d rings  necessity %.4f  sufficiency %.4f  cited %.2f of %.2f things a ring%n",
                row.method(), row.rings(), row.necessity(), row.sufficiency(), row.citedPerRing(), row.thingsPerRing());
    }
}
