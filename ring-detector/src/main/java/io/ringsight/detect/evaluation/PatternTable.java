package io.ringsight.detect.evaluation;

import io.ringsight.detect.evaluation.metric.PatternComparison;
import io.ringsight.gnn.metric.Bootstrap;
import io.ringsight.gnn.metric.BootstrapParameters;
import io.ringsight.gnn.metric.Estimate;
import io.ringsight.gnn.metric.Statistics;
import io.ringsight.ingest.progress.Progress;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** How one contender does by pattern, of fraud and of honest sharing. */
final class PatternTable {
    private final ScoredPopulation population;
    private final BootstrapParameters bootstrap;
    private final List<String> names;

    PatternTable(ScoredPopulation population, BootstrapParameters bootstrap) {
        this.population = population;
        this.bootstrap = bootstrap;
        Set<String> named = new TreeSet<>(population.truth().pattern());
        named.remove("");
        this.names = List.copyOf(named);
    }

    /** By name of the pattern, in their order. */
    Map<String, PatternScores> of(AlignedVerdicts verdicts, Progress progress) {
        int[] patternOf = new int[population.truth().size()];
        Arrays.setAll(patternOf, i -> names.indexOf(population.truth().pattern().get(i)));
        List<PatternComparison> comparisons =
                PatternComparison.of(SystemStatistics.judged(verdicts, population), patternOf, names.size());
        Map<String, PatternScores> table = new LinkedHashMap<>();
        for (int pattern = 0; pattern < names.size(); pattern++) {
            table.put(names.get(pattern), scores(comparisons.get(pattern), patternOf, pattern, progress));
        }
        return table;
    }

    private PatternScores scores(PatternComparison comparison, int[] patternOf, int pattern, Progress progress) {
        Truth truth = population.truth();
        boolean[] counts = new boolean[truth.size()];
        Set<Integer> rings = new HashSet<>();
        boolean fraud = false;
        for (int i = 0; i < counts.length; i++) {
            counts[i] = population.scored()[i] && patternOf[i] == pattern;
            if (counts[i]) {
                fraud |= truth.fraud()[i];
                rings.add(truth.ring()[i]);
            }
        }
        rings.remove(-1);
        Statistics statistics = weight -> List.of(
                comparison.accountRecall(weight),
                comparison.ringRecall(weight),
                comparison.bCubedRecall(weight),
                comparison.cleared(weight));
        List<Estimate> estimates = Bootstrap.run(population.resampling(counts), bootstrap, statistics, progress)
                .estimates();
        return new PatternScores(
                fraud,
                comparison.accounts(),
                rings.size(),
                estimates.get(0),
                estimates.get(1),
                estimates.get(2),
                estimates.get(3));
    }
}
