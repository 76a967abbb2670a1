package io.ringsight.detect.registry;

import io.ringsight.gnn.metric.Bootstrap;
import io.ringsight.gnn.metric.BootstrapParameters;
import io.ringsight.gnn.metric.Interval;
import io.ringsight.gnn.metric.Measure;
import io.ringsight.gnn.metric.RankedScores;
import io.ringsight.gnn.metric.Ranking;
import io.ringsight.gnn.metric.Resampling;
import io.ringsight.ingest.progress.Progress;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Labelled accounts that came last, as judged by a candidate that was taught only what was known before them, and by the incumbent.
 * Arrays are not copied.
 *
 * @param incumbent id of the champion at the time, or {@code evidence}
 * @param fraud boolean[accounts]
 * @param group long[accounts]: accounts of one ring have an equal number
 * @param candidateBits double[accounts], log2 odds
 * @param incumbentBits double[accounts], log2 odds
 */
public record Rivalry(String incumbent, boolean[] fraud, long[] group, double[] candidateBits, double[] incumbentBits) {
    /** What stands where there is no champion: risks by evidence, without labels. */
    public static final String EVIDENCE = "evidence";

    private static final int REPLICATES = 400;
    private static final int LEAST = 10; // of each class: fewer tell nothing

    /**
     * How they compare.
     *
     * @param accounts how many, and how many of them are fraud
     * @param lead average precision of the candidate minus that of the incumbent, with the 90 % interval of a paired ring bootstrap
     */
    public record Comparison(
            int accounts, int frauds, double candidate, double incumbent, double lead, double low, double high) {}

    /** Whether there are enough of both classes to tell who is better. */
    public boolean tells() {
        long frauds = frauds();
        return Math.min(frauds, fraud.length - frauds) >= LEAST;
    }

    private long frauds() {
        long frauds = 0;
        for (boolean is : fraud) {
            frauds += is ? 1 : 0;
        }
        return frauds;
    }

    public Comparison compare(Progress progress) {
        Map<Long, Integer> units = new HashMap<>();
        int[] unit = new int[fraud.length];
        for (int i = 0; i < unit.length; i++) {
            units.putIfAbsent(group[i], units.size());
            unit[i] = units.get(group[i]);
        }
        var resampling = Resampling.of(unit, new int[unit.length]);
        var mine = RankedScores.of(candidateBits, fraud);
        var theirs = RankedScores.of(incumbentBits, fraud);
        var parameters = new BootstrapParameters(REPLICATES, 0, 1);
        var candidate = Bootstrap.run(
                resampling, parameters, weight -> List.of(Ranking.averagePrecision(mine.tally(weight))), progress);
        var other = Bootstrap.run(
                resampling, parameters, weight -> List.of(Ranking.averagePrecision(theirs.tally(weight))), progress);
        var lead = candidate.difference(other, 0);
        Interval interval = lead.interval().orElse(new Interval(-1, 1));
        return new Comparison(
                fraud.length,
                (int) frauds(),
                value(candidate.estimate(0).measure()),
                value(other.estimate(0).measure()),
                value(lead.measure()),
                interval.low(),
                interval.high());
    }

    private static double value(Measure measure) {
        return measure.toOptional().orElse(Double.NaN);
    }
}
