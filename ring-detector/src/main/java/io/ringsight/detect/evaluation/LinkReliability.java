package io.ringsight.detect.evaluation;

import io.ringsight.detect.evaluation.metric.PairCalibration;
import io.ringsight.gnn.metric.Bootstrap;
import io.ringsight.gnn.metric.BootstrapParameters;
import io.ringsight.gnn.metric.Estimate;
import io.ringsight.gnn.metric.Resampling;
import io.ringsight.ingest.progress.Progress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Holds the probabilities of all pairs that were weighed against common control. A pair is of the period after the training when one
 * of its accounts is. A pair is drawn with the true ring, or the honest person, of its first account that is in one, and else with its
 * first account: pairs between strangers that share one hub are drawn apart, so that intervals are somewhat too narrow there.
 */
final class LinkReliability {
    private final ScoredPopulation population;
    private final BootstrapParameters bootstrap;
    private final int[] control;
    private final int[] unitOf; // int[accounts]
    private final int[] stratum; // int[units]: 0 under common control, 1 alone

    LinkReliability(ScoredPopulation population, BootstrapParameters bootstrap) {
        this.population = population;
        this.bootstrap = bootstrap;
        this.control = population.truth().commonControl();
        int groups = Arrays.stream(control).max().orElse(-1) + 1;
        this.unitOf = new int[control.length];
        Arrays.setAll(unitOf, i -> control[i] >= 0 ? control[i] : groups + i);
        this.stratum = new int[groups + control.length];
        Arrays.fill(stratum, groups, stratum.length, 1);
    }

    /** Empty when all pairs that were weighed are not told. */
    Map<Period, LinkCalibration> of(AlignedVerdicts verdicts, Progress progress) {
        Map<Period, LinkCalibration> calibrations = new EnumMap<>(Period.class);
        verdicts.candidates()
                .ifPresent(pairs -> population
                        .periods()
                        .forEach(period -> calibrations.put(period, calibration(pairs, counting(period), progress))));
        return calibrations;
    }

    /** Which accounts make a pair count: one is enough after the training, both are needed before. */
    private record Counting(boolean[] in, boolean oneIsEnough) {
        boolean test(int a, int b) {
            return oneIsEnough ? in[a] || in[b] : in[a] && in[b];
        }
    }

    private Counting counting(Period period) {
        return new Counting(population.in(period), period == Period.AFTER);
    }

    private LinkCalibration calibration(ScoredPairs pairs, Counting counting, Progress progress) {
        int size = 0;
        for (int pair = 0; pair < pairs.size(); pair++) {
            size += counts(pairs, pair, counting) ? 1 : 0;
        }
        float[] probability = new float[size];
        boolean[] together = new boolean[size];
        int[] unit = new int[size];
        int next = 0;
        for (int pair = 0; pair < pairs.size(); pair++) {
            if (counts(pairs, pair, counting)) {
                int a = pairs.a()[pair];
                int b = pairs.b()[pair];
                probability[next] = pairs.probability()[pair];
                together[next] = control[a] >= 0 && control[a] == control[b];
                unit[next++] = control[a] >= 0 || control[b] < 0 ? unitOf[a] : unitOf[b];
            }
        }
        Resampling resampling = numbered(unit);
        var statistics = new PairCalibration(probability, together, unit, resampling.size());
        List<Estimate> estimates =
                Bootstrap.run(resampling, bootstrap, statistics, progress).estimates();
        return new LinkCalibration(
                size, statistics.together(), estimates.get(0), estimates.get(1), ranges(statistics, estimates));
    }

    private boolean counts(ScoredPairs pairs, int pair, Counting counting) {
        int a = pairs.a()[pair];
        int b = pairs.b()[pair];
        return population.scored()[a] && population.scored()[b] && counting.test(a, b);
    }

    /** Of those units that have a pair, which get numbers from 0 in place. */
    private Resampling numbered(int[] unit) {
        int[] number = new int[stratum.length];
        Arrays.fill(number, -1);
        int[] kinds = new int[Math.min(unit.length, stratum.length)];
        int units = 0;
        for (int pair = 0; pair < unit.length; pair++) {
            int old = unit[pair];
            if (number[old] < 0) {
                kinds[units] = stratum[old];
                number[old] = units++;
            }
            unit[pair] = number[old];
        }
        int[] each = new int[units];
        Arrays.setAll(each, i -> i);
        return Resampling.of(each, Arrays.copyOf(kinds, units));
    }

    private static List<PairRange> ranges(PairCalibration statistics, List<Estimate> estimates) {
        List<PairRange> ranges = new ArrayList<>();
        for (int range = 0; range < PairCalibration.ranges(); range++) {
            ranges.add(new PairRange(
                    PairCalibration.from(range),
                    PairCalibration.to(range),
                    statistics.pairs(range),
                    estimates.get(2 + 2 * range),
                    estimates.get(3 + 2 * range)));
        }
        return ranges;
    }
}
