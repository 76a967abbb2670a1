package io.ringsight.detect.evaluation.faithfulness;

import io.ringsight.detect.DetectionParameters;
import io.ringsight.detect.cluster.Clustering;
import io.ringsight.detect.cluster.ComponentEngine;
import io.ringsight.detect.evidence.AccountOrder;
import io.ringsight.detect.evidence.PairModel;
import io.ringsight.detect.evidence.WeighedPairs;
import io.ringsight.detect.link.JudgedPairs;
import io.ringsight.detect.link.LinkTable;
import io.ringsight.detect.risk.Findings;
import io.ringsight.detect.risk.RiskModel;
import io.ringsight.detect.risk.Risks;
import io.ringsight.detect.risk.column.RiskTable;
import io.ringsight.detect.risk.learned.TrainedModel;
import io.ringsight.ingest.progress.Progress;
import io.ringsight.ingest.record.AccountLabel;
import io.ringsight.ingest.snapshot.IdentityGraph;
import java.util.List;
import java.util.Optional;

/** A whole detection in a changed snapshot in which nothing is learned anew: the pair model and what labels taught stay as they were. */
final class Rerun {
    private final DetectionParameters parameters;
    private final PairModel pairModel;
    private final Optional<TrainedModel> learned;
    private final List<AccountLabel> labels;

    /** @param learned what judges; empty for evidence alone, which hears no labels */
    Rerun(
            DetectionParameters parameters,
            PairModel pairModel,
            Optional<TrainedModel> learned,
            List<AccountLabel> labels) {
        this.parameters = parameters;
        this.pairModel = pairModel;
        this.learned = learned;
        this.labels = labels;
    }

    /** Rings with the risks of the rings. */
    record Result(Findings findings, List<Risks.Risk> rings) {}

    Result run(IdentityGraph graph, Progress progress) {
        var order = new AccountOrder(graph);
        var pairs = WeighedPairs.under(pairModel, graph, order, parameters.evidence(), progress);
        var links = LinkTable.of(pairs, parameters.linkFloor(), JudgedPairs.none());
        var clustering = new Clustering(ComponentEngine.jvm(), parameters.leiden(), order::hash, parameters.seed());
        int[][] rings = clustering.groups(links.graph(order.size(), parameters.ringFloor()), progress);
        var risk = new RiskModel(parameters.risk(), parameters.prior());
        Risks evidence = risk.score(rings, links, parameters.ringFloor(), order, List.of());
        var findings = new Findings(graph, order, pairs, links, rings, evidence);
        if (learned.isEmpty()) {
            return new Result(findings, evidence.rings());
        }
        Risks labelled = risk.score(rings, links, parameters.ringFloor(), order, labels);
        var table = RiskTable.of(findings, labels, parameters.prior(), progress);
        return new Result(
                findings,
                learned.get()
                        .judge(table, labelled, parameters.prior(), progress)
                        .rings());
    }
}
