package io.ringsight.detect.evaluation.opponent;

import io.ringsight.detect.cluster.UnionFind;
import io.ringsight.detect.evaluation.Contender;
import io.ringsight.detect.evaluation.Judge;
import io.ringsight.detect.evaluation.TrainingData;
import io.ringsight.detect.evaluation.Verdicts;
import io.ringsight.detect.evidence.Evidence;
import io.ringsight.detect.evidence.LogOdds;
import io.ringsight.detect.link.Link;
import io.ringsight.ingest.progress.Progress;
import io.ringsight.ingest.record.CodePointOrder;
import io.ringsight.ingest.snapshot.IdentityGraph;
import it.unimi.dsi.fastutil.longs.Long2IntOpenHashMap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Classical record linkage with exact fields, blind to how common a value is. Pairs of at least one half are linked, what
 * links connect is a ring; its risk is by {@linkplain SizeRisk size}, as linkage says who is whom, not who is bad.
 */
final class FellegiSunter implements Contender {
    private static final double LINKED = 0.5;

    @Override
    public String name() {
        return "fellegi-sunter";
    }

    @Override
    public Judge train(TrainingData data, Progress progress) {
        IdentityGraph graph = data.graph();
        progress.check();
        var fields = new Fields(graph);
        var pairs = BlockedPairs.of(graph);
        MatchModel model = model(fields, pairs);
        var labels = KnownLabels.of(graph, data.labels());
        SizeRisk bySize = SizeRisk.fit(new Linked(graph, fields, pairs, model).sizes(), labels, labels.prior(data));
        return (judged, watching) -> judge(judged, model, bySize, watching);
    }

    private Verdicts judge(IdentityGraph graph, MatchModel model, SizeRisk bySize, Progress progress) {
        progress.check();
        var linked = new Linked(graph, new Fields(graph), BlockedPairs.of(graph), model);
        return linked.sizes().verdicts(name(), bySize, Optional.of(linked.links()));
    }

    static MatchModel model(Fields fields, BlockedPairs pairs) {
        var seen = new Long2IntOpenHashMap();
        for (int pair = 0; pair < pairs.size(); pair++) {
            seen.addTo(fields.pattern(pairs.lower(pair), pairs.higher(pair)), 1);
        }
        long[] patterns = seen.keySet().toLongArray();
        Arrays.sort(patterns);
        double[] count = new double[patterns.length];
        double[] present = fields.pairsPresent();
        double[] agree = fields.pairsAgreeing();
        for (int p = 0; p < patterns.length; p++) {
            count[p] = seen.get(patterns[p]);
            for (int field = 0; field < present.length; field++) {
                present[field] -= Fields.present(patterns[p], field) ? count[p] : 0;
                agree[field] -= Fields.agrees(patterns[p], field) ? count[p] : 0;
            }
        }
        for (int field = 0; field < present.length; field++) {
            agree[field] = Math.max(0, agree[field]);
        }
        return MatchModel.fit(patterns, count, new MatchModel.Apart(fields.allPairs() - pairs.size(), present, agree));
    }

    /** The pairs that the model links. */
    private record Linked(IdentityGraph graph, Fields fields, BlockedPairs pairs, MatchModel model) {

        GroupSizes sizes() {
            var sets = new UnionFind(graph.accountCount());
            double floor = LogOdds.bits(LINKED);
            for (int pair = 0; pair < pairs.size(); pair++) {
                if (model.bits(pattern(pair)) >= floor) {
                    sets.union(pairs.lower(pair), pairs.higher(pair));
                }
            }
            return new GroupSizes(graph, sets.partition());
        }

        List<Link> links() {
            List<String> names = Fields.names(graph.types());
            var links = new ArrayList<Link>();
            double floor = LogOdds.bits(LINKED);
            for (int pair = 0; pair < pairs.size(); pair++) {
                long pattern = pattern(pair);
                double bits = model.bits(pattern);
                if (bits >= floor) {
                    String one = graph.accountId(pairs.lower(pair));
                    String other = graph.accountId(pairs.higher(pair));
                    boolean inOrder = CodePointOrder.INSTANCE.compare(one, other) < 0;
                    links.add(new Link(
                            inOrder ? one : other,
                            inOrder ? other : one,
                            LogOdds.probability(bits),
                            evidence(pattern, names)));
                }
            }
            links.sort(Comparator.comparing(Link::accountA, CodePointOrder.INSTANCE)
                    .thenComparing(Link::accountB, CodePointOrder.INSTANCE));
            return links;
        }

        private long pattern(int pair) {
            return fields.pattern(pairs.lower(pair), pairs.higher(pair));
        }

        private List<Evidence> evidence(long pattern, List<String> names) {
            var evidence = new ArrayList<Evidence>();
            for (int field = 0; field < names.size(); field++) {
                if (Fields.present(pattern, field)) {
                    String word = Fields.agrees(pattern, field) ? "SHARED_" : "DIFFERENT_";
                    String name = names.get(field);
                    evidence.add(new Evidence(word + name.toUpperCase(Locale.ROOT), model.bits(pattern, field), name));
                }
            }
            evidence.sort(Comparator.comparingDouble((Evidence e) -> -Math.abs(e.bits()))
                    .thenComparing(Evidence::code));
            return evidence;
        }
    }
}
