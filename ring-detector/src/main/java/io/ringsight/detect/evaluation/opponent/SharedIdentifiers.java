package io.ringsight.detect.evaluation.opponent;

import io.ringsight.detect.cluster.IdentityComponents;
import io.ringsight.detect.evaluation.Contender;
import io.ringsight.detect.evaluation.Judge;
import io.ringsight.detect.evaluation.TrainingData;
import io.ringsight.detect.evaluation.Verdicts;
import io.ringsight.ingest.progress.Progress;
import io.ringsight.ingest.snapshot.IdentityGraph;
import java.util.Optional;

/**
 * Connected components over identifiers that accounts share exactly; what a graph database gives in one query. Risk is by
 * {@linkplain SizeRisk size}.
 */
final class SharedIdentifiers implements Contender {
    private final String name;
    private final int mostAccounts;

    private SharedIdentifiers(String name, int mostAccounts) {
        this.name = name;
        this.mostAccounts = mostAccounts;
    }

    /** Over any identifier. */
    static Contender all() {
        return new SharedIdentifiers("components", Integer.MAX_VALUE);
    }

    /** Over identifiers of at most that many accounts. */
    static Contender capped(int mostAccounts) {
        return new SharedIdentifiers("components-cap-" + mostAccounts, mostAccounts);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Judge train(TrainingData data, Progress progress) {
        var labels = KnownLabels.of(data.graph(), data.labels());
        SizeRisk bySize = SizeRisk.fit(sizes(data.graph()), labels, labels.prior(data));
        return (graph, watching) -> judge(graph, bySize, watching);
    }

    private Verdicts judge(IdentityGraph graph, SizeRisk bySize, Progress progress) {
        progress.check();
        return sizes(graph).verdicts(name, bySize, Optional.empty());
    }

    private GroupSizes sizes(IdentityGraph graph) {
        return new GroupSizes(graph, IdentityComponents.of(graph, mostAccounts));
    }
}
