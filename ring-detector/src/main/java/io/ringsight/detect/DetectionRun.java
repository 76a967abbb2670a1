package io.ringsight.detect;

import io.ringsight.detect.cluster.Clustering;
import io.ringsight.detect.cluster.ComponentEngine;
import io.ringsight.detect.disposition.Judgements;
import io.ringsight.detect.evidence.AccountOrder;
import io.ringsight.detect.evidence.WeighedPairs;
import io.ringsight.detect.link.JudgedPairs;
import io.ringsight.detect.link.Link;
import io.ringsight.detect.link.LinkTable;
import io.ringsight.detect.ring.Ring;
import io.ringsight.detect.ring.Rings;
import io.ringsight.detect.risk.Findings;
import io.ringsight.detect.risk.RiskModel;
import io.ringsight.detect.risk.Risks;
import io.ringsight.detect.risk.column.RiskTable;
import io.ringsight.detect.risk.learned.LearnedJudge;
import io.ringsight.detect.risk.learned.LearnedRisk;
import io.ringsight.detect.risk.learned.TrainedModel;
import io.ringsight.gnn.embedding.AccountEmbeddings;
import io.ringsight.gnn.embedding.Embedder;
import io.ringsight.ingest.error.ErrorCode;
import io.ringsight.ingest.error.RingsightException;
import io.ringsight.ingest.progress.Progress;
import io.ringsight.ingest.record.AccountLabel;
import io.ringsight.ingest.record.CodePointOrder;
import io.ringsight.ingest.snapshot.IdentityGraph;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One detection over one snapshot: from accounts that share identifiers to rings with risks. The same snapshot, labels
 * and parameters give an equal detection, but for timings, whatever the engine and the number of threads. Thread-safe.
 */
public final class DetectionRun {
    private static final Logger LOG = LoggerFactory.getLogger(DetectionRun.class);

    private final DetectionParameters parameters;
    private final ComponentEngine engine;
    private final Optional<Embedder> embedder;
    private final Optional<TrainedModel> model;
    private final Judgements judgements;

    public DetectionRun(DetectionParameters parameters, ComponentEngine engine, Optional<Embedder> embedder) {
        this(parameters, engine, embedder, Optional.empty());
    }

    /** @param model that judges; without one labels teach one for this run, where there are enough */
    public DetectionRun(
            DetectionParameters parameters,
            ComponentEngine engine,
            Optional<Embedder> embedder,
            Optional<TrainedModel> model) {
        this(parameters, engine, embedder, model, Judgements.none());
    }

    private DetectionRun(
            DetectionParameters parameters,
            ComponentEngine engine,
            Optional<Embedder> embedder,
            Optional<TrainedModel> model,
            Judgements judgements) {
        this.parameters = parameters;
        this.engine = engine;
        this.embedder = embedder;
        this.model = model;
        this.judgements = judgements;
    }

    /** The same, by what investigators decided: pairs they cut are no links, accounts they bonded are in one ring, judged accounts are labelled. */
    public DetectionRun under(Judgements decided) {
        return new DetectionRun(parameters, engine, embedder, model, decided);
    }

    public Detection run(IdentityGraph graph, List<AccountLabel> labels, Progress progress) {
        return run(graph, labels, progress, _ -> {});
    }

    /** @param watcher is shown what was found before risks are learned */
    public Detection run(
            IdentityGraph graph, List<AccountLabel> labels, Progress progress, Consumer<Findings> watcher) {
        var clock = new StageClock();
        var order = clock.time("order", () -> new AccountOrder(graph));
        var judged = JudgedPairs.of(judgements, order);
        var known = known(labels);
        var pairs = clock.time(
                "evidence", () -> weighed(graph, order, known, progress).without(judged::isCut));
        var links = clock.time("links", () -> LinkTable.of(pairs, parameters.linkFloor(), judged));
        var linked = clock.time("links", () -> links.graph(order.size(), parameters.ringFloor()));
        var groups =
                clock.time("clusters", () -> judged.join(clustering(order).groups(linked, progress), order.size()));
        var evidence = clock.time("risk", () -> risks(groups, links, order, List.of()));
        var findings = new Findings(graph, order, pairs, links, groups, evidence);
        watcher.accept(findings);
        var labelled = known.isEmpty() ? evidence : clock.time("risk", () -> risks(groups, links, order, known));
        var risks = clock.time("learning", () -> learned(findings, labelled, known, progress));
        try (var embeddings = clock.time("embedding", () -> embed(graph, progress))) {
            var rings = clock.time("rings", () -> rings(graph, order, groups, risks, embeddings));
            var accounts = clock.time("explanation", () -> accounts(order, groups, rings, risks));
            var explained = clock.time("explanation", () -> links.links(order));
            return detection(accounts, rings, explained, facts(graph, pairs, risks, embeddings, clock));
        }
    }

    /** Labels and what judgements add to them, as far as they were known at the time. */
    private List<AccountLabel> known(List<AccountLabel> labels) {
        var known = new ArrayList<>(labels);
        known.addAll(judgements.labels());
        known.removeIf(label -> label.labelledAt() > parameters.asOf());
        Set<String> labelled = known.stream().map(AccountLabel::accountId).collect(Collectors.toSet());
        known.addAll(judgements.weakLabels(labelled));
        known.removeIf(label -> label.labelledAt() > parameters.asOf());
        return known;
    }

    private WeighedPairs weighed(
            IdentityGraph graph, AccountOrder order, List<AccountLabel> labels, Progress progress) {
        return WeighedPairs.of(graph, order, parameters.evidence(), parameters.prior(), labels, progress);
    }

    private Clustering clustering(AccountOrder order) {
        return new Clustering(engine, parameters.leiden(), order::hash, parameters.seed());
    }

    private Risks risks(int[][] groups, LinkTable links, AccountOrder order, List<AccountLabel> labels) {
        return new RiskModel(parameters.risk(), parameters.prior())
                .score(groups, links, parameters.ringFloor(), order, labels);
    }

    /** By the model that was given, or taught by the labels, where there are enough and the library is there. */
    private Risks learned(Findings findings, Risks labelled, List<AccountLabel> labels, Progress progress) {
        if (model.isEmpty() && !LearnedRisk.isEnough(labels, parameters.risk().leastToLearn())) {
            return labelled;
        }
        var table = RiskTable.of(findings, labels, parameters.prior(), progress);
        if (model.isPresent()) {
            return model.get().judge(table, labelled, parameters.prior(), progress);
        }
        try {
            return LearnedRisk.train(
                            table,
                            LearnedRisk.Networks.NONE,
                            parameters.risk().leastToLearn(),
                            parameters.prior(),
                            parameters.seed(),
                            progress)
                    .map(training -> LearnedJudge.of(training.risk(), table, labelled, parameters.prior(), progress))
                    .orElse(labelled);
        } catch (RingsightException e) {
            if (e.code() != ErrorCode.ENGINE_UNAVAILABLE) {
                throw e;
            }
            LOG.warn("Going on without learned risks. {} {}", e.getMessage(), e.hint());
            return labelled;
        }
    }

    private @Nullable AccountEmbeddings embed(IdentityGraph graph, Progress progress) {
        try {
            return embedder.isPresent() ? embedder.get().embed(graph, progress) : null;
        } catch (RingsightException e) {
            if (e.code() != ErrorCode.ENGINE_UNAVAILABLE) {
                throw e;
            }
            LOG.warn("Going on without embeddings. {} {}", e.getMessage(), e.hint());
            return null;
        }
    }

    private static List<Ring> rings(
            IdentityGraph graph,
            AccountOrder order,
            int[][] groups,
            Risks risks,
            @Nullable AccountEmbeddings embeddings) {
        var facts = new Rings(graph, order, embeddings);
        var rings = new ArrayList<Ring>(groups.length);
        for (int r = 0; r < groups.length; r++) {
            Risks.Risk risk = risks.rings().get(r);
            rings.add(facts.of(groups[r], risk.probability(), risk.reasons()));
        }
        return rings;
    }

    private static List<AccountRisk> accounts(AccountOrder order, int[][] groups, List<Ring> rings, Risks risks) {
        var ringIds = new @Nullable String[order.size()];
        for (int r = 0; r < groups.length; r++) {
            for (int rank : groups[r]) {
                ringIds[rank] = rings.get(r).ringId();
            }
        }
        var accounts = new ArrayList<AccountRisk>(order.size());
        for (int rank = 0; rank < order.size(); rank++) {
            Risks.Risk risk = risks.accounts().get(rank);
            accounts.add(new AccountRisk(order.id(rank), ringIds[rank], risk.probability(), risk.reasons()));
        }
        return accounts;
    }

    private static Detection detection(
            List<AccountRisk> accounts, List<Ring> rings, List<Link> links, DetectionFacts facts) {
        var byId = new ArrayList<>(rings);
        byId.sort(Comparator.comparing(Ring::ringId, CodePointOrder.INSTANCE));
        return new Detection(accounts, byId, links, facts);
    }

    private DetectionFacts facts(
            IdentityGraph graph,
            WeighedPairs pairs,
            Risks risks,
            @Nullable AccountEmbeddings embeddings,
            StageClock clock) {
        return new DetectionFacts(
                Snapshots.name(graph),
                ModelVersion.of(
                        graph.types().priors(), model.map(TrainedModel::id).orElse(risks.learned() ? "learned" : "")),
                engine.name(),
                embeddings == null ? "none" : embedder.map(Embedder::name).orElse("none"),
                embeddings == null ? "cpu" : embeddings.device(),
                risks.calibration(),
                risks.learned(),
                parameters.prior(),
                graph.types().priors(),
                parameters.seed(),
                pairs.size(),
                pairs.model(),
                clock.timings());
    }
}
