package io.ringsight.detect.evaluation;

import io.ringsight.detect.AccountRisk;
import io.ringsight.detect.Detection;
import io.ringsight.detect.DetectionParameters;
import io.ringsight.detect.DetectionRun;
import io.ringsight.detect.cluster.ComponentEngine;
import io.ringsight.detect.evidence.WeighedPairs;
import io.ringsight.detect.ring.Ring;
import io.ringsight.detect.risk.Findings;
import io.ringsight.gnn.embedding.Embedder;
import io.ringsight.ingest.progress.Progress;
import io.ringsight.ingest.record.AccountLabel;
import io.ringsight.ingest.snapshot.IdentityGraph;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Ringsight itself: a detection over the judged snapshot, with the labels that training knew. It learns when it judges: what it
 * fits without labels, how common values are for one, it fits to the judged snapshot, also where that is newer than the
 * training; labels stay those of the training. So its training takes no time. Thread-safe.
 */
public final class Product implements Contender {
    private static final String NAME = "ringsight";

    private final String name;
    private final DetectionParameters parameters;
    private final ComponentEngine engine;
    private final Optional<Embedder> embedder;

    /** @param parameters of which prior, seed and time are those of the training */
    public Product(DetectionParameters parameters, ComponentEngine engine, Optional<Embedder> embedder) {
        this(NAME, parameters, engine, embedder);
    }

    /** @param name as tables name it, where it is told something else than usual: {@code ringsight-no-rarity} */
    public Product(String name, DetectionParameters parameters, ComponentEngine engine, Optional<Embedder> embedder) {
        this.name = name;
        this.parameters = parameters;
        this.engine = engine;
        this.embedder = embedder;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Judge train(TrainingData data, Progress progress) {
        var told = parameters.withPrior(data.prior()).withSeed(data.seed()).withAsOf(data.asOf());
        var run = new DetectionRun(told, engine, embedder);
        List<AccountLabel> labels = data.labels();
        return (graph, watching) -> verdicts(run, graph, labels, watching);
    }

    private Verdicts verdicts(DetectionRun run, IdentityGraph graph, List<AccountLabel> labels, Progress progress) {
        var found = new AtomicReference<Findings>();
        Detection detection = run.run(graph, labels, progress, found::set);
        List<AccountRisk> accounts = detection.accounts();
        Map<String, Integer> position = new HashMap<>();
        for (Ring ring : detection.rings()) {
            position.put(ring.ringId(), position.size());
        }
        int[] ring = accounts.stream()
                .mapToInt(account -> account.ringId() == null ? -1 : position.getOrDefault(account.ringId(), -1))
                .toArray();
        return new Verdicts(
                        name(),
                        accounts.stream().map(AccountRisk::accountId).toList(),
                        accounts.stream().mapToDouble(AccountRisk::risk).toArray(),
                        true,
                        ring,
                        detection.rings().stream().mapToDouble(Ring::risk).toArray(),
                        true,
                        detection.links())
                .withCandidates(scored(Objects.requireNonNull(found.get()).pairs()));
    }

    /** Ranks of accounts are their positions in the verdicts. */
    private static ScoredPairs scored(WeighedPairs pairs) {
        int[] a = new int[pairs.size()];
        int[] b = new int[pairs.size()];
        float[] probability = new float[pairs.size()];
        for (int pair = 0; pair < a.length; pair++) {
            a[pair] = pairs.lower(pair);
            b[pair] = pairs.upper(pair);
            probability[pair] = (float) pairs.probability(pair);
        }
        return new ScoredPairs(a, b, probability, pairs::evidence);
    }
}
