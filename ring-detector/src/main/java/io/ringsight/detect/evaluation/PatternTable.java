package io.ringsight.detect.evaluation;

import io.ringsight.detect.evaluation.metric.PatternComparison;
import io.ringsight.gnn.metric.Bootstrap;
import io.ringsight.gnn.metric.BootstrapParameters;
import io.ringsight.gnn.metric.Estimate;
import io.ringsight.gnn.metric.Measure;
import io.ringsight.gnn.metric.Resampling;
import io.ringsight.ingest.progress.Progress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** How contenders do by pattern, of fraud and of honest sharing, in one period. One draw a replicate serves all patterns. */
final class PatternTable {
    private static final int MEASURES = 4; // a pattern

    private final ScoredPopulation population;
    private final BootstrapParameters bootstrap;
    private final List<String> names;
    private final int[] patternOf; // int[accounts], or -1: no pattern, or not of the period
    private final Resampling resampling;

    PatternTable(ScoredPopulation population, BootstrapParameters bootstrap, Period period) {
        this.population = population;
        this.bootstrap = bootstrap;
        List<String> patterns = population.truth().pattern();
        boolean[] in = population.in(period);
        Set<String> named = new TreeSet<>();
        for (int i = 0; i < in.length; i++) {
            if (in[i] && !patterns.get(i).isEmpty()) {
                named.add(patterns.get(i));
            }
        }
        this.names = List.copyOf(named);
        Map<String, Integer> number = HashMap.newHashMap(names.size());
        names.forEach(name -> number.put(name, number.size()));
        this.patternOf = new int[patterns.size()];
        Arrays.setAll(patternOf, i -> in[i] ? number.getOrDefault(patterns.get(i), -1) : -1);
        this.resampling = population.within(patternOf);
    }

    /** By name of the pattern, in their order. */
    Map<String, PatternScores> of(AlignedVerdicts verdicts, Progress progress) {
        if (names.isEmpty()) {
            return Map.of();
        }
        List<PatternComparison> comparisons =
                PatternComparison.of(SystemStatistics.judged(verdicts, population), patternOf, names.size());
        List<Estimate> estimates = Bootstrap.run(
                        resampling, bootstrap, weight -> measures(comparisons, weight), progress)
                .estimates();
        Map<String, PatternScores> table = new LinkedHashMap<>();
        for (int pattern = 0; pattern < names.size(); pattern++) {
            List<Estimate> own = estimates.subList(pattern * MEASURES, (pattern + 1) * MEASURES);
            table.put(
                    names.get(pattern), scores(pattern, comparisons.get(pattern).accounts(), own));
        }
        return table;
    }

    private static List<Measure> measures(List<PatternComparison> comparisons, double[] weight) {
        List<Measure> measures = new ArrayList<>(comparisons.size() * MEASURES);
        for (PatternComparison comparison : comparisons) {
            measures.add(comparison.accountRecall(weight));
            measures.add(comparison.ringRecall(weight));
            measures.add(comparison.bCubedRecall(weight));
            measures.add(comparison.cleared(weight));
        }
        return measures;
    }

    private PatternScores scores(int pattern, int accounts, List<Estimate> estimates) {
        Truth truth = population.truth();
        Set<Integer> rings = new HashSet<>();
        boolean fraud = false;
        for (int i = 0; i < patternOf.length; i++) {
            if (population.scored()[i] && patternOf[i] == pattern) {
                fraud |= truth.fraud()[i];
                rings.add(truth.ring()[i]);
            }
        }
        rings.remove(-1);
        return new PatternScores(
                fraud, accounts, rings.size(), estimates.get(0), estimates.get(1), estimates.get(2), estimates.get(3));
    }
}
