package io.ringsight.detect.evaluation.opponent;

import io.ringsight.detect.evaluation.Contender;
import io.ringsight.detect.evaluation.Judge;
import io.ringsight.detect.evaluation.TrainingData;
import io.ringsight.detect.evaluation.Verdicts;
import io.ringsight.detect.evidence.Evidence;
import io.ringsight.ingest.progress.Progress;
import io.ringsight.ingest.snapshot.IdentityGraph;
import it.unimi.dsi.fastutil.longs.Long2IntOpenHashMap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Classical record linkage with exact fields, blind to how common a value is. Pairs of at least one half are linked, what
 * links connect is a ring; its risk is by {@linkplain SizeRisk size}, as linkage says who is whom, not who is bad.
 */
final class FellegiSunter implements Contender {
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
        var linked = new LinkedPairs(graph, pairs, new Scores(graph, fields, model));
        SizeRisk bySize = SizeRisk.fit(linked.sizes(), labels, labels.prior(data));
        return (judged, watching) -> judge(judged, model, bySize, watching);
    }

    private Verdicts judge(IdentityGraph graph, MatchModel model, SizeRisk bySize, Progress progress) {
        progress.check();
        var scores = new Scores(graph, new Fields(graph), model);
        var linked = new LinkedPairs(graph, BlockedPairs.of(graph), scores);
        return linked.sizes().verdicts(name(), bySize, Optional.of(linked.links()));
    }

    static MatchModel model(Fields fields, BlockedPairs pairs) {
        var seen = new Long2IntOpenHashMap();
        for (int pair = 0; pair < pairs.size(); pair++) {
            seen.addTo(fields.pattern(pairs.lower(pair), pairs.higher(pair)), 1);
        }
        long[] patterns = seen.keySet().toLongArray();
        Arrays.sort(patterns);
        byte[][] levels = new byte[patterns.length][];
        double[] count = new double[patterns.length];
        for (int p = 0; p < patterns.length; p++) {
            levels[p] = fields.levels(patterns[p]);
            count[p] = seen.get(patterns[p]);
        }
        var blocked = new PatternCounts(levels, count);
        double[][] apart = fields.pairsByLevel();
        blocked.addTo(apart, -1);
        for (double[] counts : apart) {
            Arrays.setAll(counts, level -> Math.max(0, counts[level]));
        }
        return MatchModel.fit(blocked, new MatchModel.Apart(fields.allPairs() - pairs.size(), apart));
    }

    private record Scores(IdentityGraph graph, Fields fields, MatchModel model) implements PairScores {
        @Override
        public double bits(int a, int b) {
            return model.bits(fields.levels(fields.pattern(a, b)));
        }

        @Override
        public List<Evidence> evidence(int a, int b) {
            byte[] levels = fields.levels(fields.pattern(a, b));
            List<String> names = Fields.names(graph.types());
            var evidence = new ArrayList<Evidence>();
            for (int field = 0; field < names.size(); field++) {
                if (levels[field] != PatternCounts.MISSING) {
                    String word = levels[field] == PatternCounts.EXACT ? "SHARED_" : "DIFFERENT_";
                    String name = names.get(field);
                    evidence.add(new Evidence(word + name.toUpperCase(Locale.ROOT), model.bits(levels, field), name));
                }
            }
            evidence.sort(STRONGEST_FIRST);
            return evidence;
        }
    }
}
