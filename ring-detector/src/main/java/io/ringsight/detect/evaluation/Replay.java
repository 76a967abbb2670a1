package io.ringsight.detect.evaluation;

import io.ringsight.detect.evaluation.metric.RingReplay;
import io.ringsight.gnn.metric.Bootstrap;
import io.ringsight.gnn.metric.BootstrapParameters;
import io.ringsight.gnn.metric.Estimate;
import io.ringsight.gnn.metric.Measure;
import io.ringsight.gnn.metric.Resampling;
import io.ringsight.gnn.metric.Statistics;
import io.ringsight.ingest.progress.Progress;
import io.ringsight.ingest.snapshot.IdentityGraph;
import it.unimi.dsi.fastutil.longs.Long2IntOpenHashMap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Judges the graph again and again as it grows from the training to the end, without training again, and sees when each ring
 * is flagged. Only rings whose second member came after the training count: before it nothing was there to flag.
 */
final class Replay {
    private static final int LAST_MEMBER = 8;

    private final IdentityGraph graph;
    private final long[] times;
    private final int[] ringOf; // int[accounts of the truth]: row in admissions, or -1
    private final long[][] admissions; // long[rings][members], ascending
    private final Map<String, Integer> position;
    private final BootstrapParameters bootstrap;

    Replay(
            ScoredPopulation population,
            long[] createdAt,
            IdentityGraph graph,
            EvaluationParameters parameters,
            BootstrapParameters bootstrap) {
        this.graph = graph;
        this.times = times(parameters.asOf(), graph.newestTime(), parameters.replaySteps());
        this.bootstrap = bootstrap;
        this.position = HashMap.newHashMap(createdAt.length);
        population.truth().accountIds().forEach(id -> position.put(id, position.size()));
        Map<Integer, List<Integer>> members = new HashMap<>();
        for (int i = 0; i < createdAt.length; i++) {
            if (population.fraudRing()[i] >= 0) {
                members.computeIfAbsent(population.fraudRing()[i], _ -> new ArrayList<>())
                        .add(i);
            }
        }
        this.ringOf = new int[createdAt.length];
        Arrays.fill(ringOf, -1);
        List<long[]> late = new ArrayList<>();
        for (List<Integer> ring : members.values()) {
            long[] created = ring.stream().mapToLong(i -> createdAt[i]).sorted().toArray();
            if (created.length >= 2 && created[1] > parameters.asOf()) {
                ring.forEach(i -> ringOf[i] = late.size());
                late.add(created);
            }
        }
        this.admissions = late.toArray(long[][]::new);
    }

    private static long[] times(long asOf, long end, int steps) {
        long[] times = new long[end > asOf && steps > 0 ? steps + 1 : 0];
        Arrays.setAll(times, step -> step == steps ? end : asOf + (end - asOf) / steps * step);
        return times;
    }

    /** When the graph is judged, milliseconds since 1970 UTC; the last is the end. */
    List<Long> times() {
        return Arrays.stream(times).boxed().toList();
    }

    /** By contender; the verdicts on the whole graph are those of the trial. */
    Map<String, ReplayScores> run(List<Trial> trials, Progress progress) {
        if (times.length == 0) {
            return Map.of();
        }
        boolean[][][] flagged = new boolean[trials.size()][admissions.length][times.length];
        Progress stopping = Progress.silentUntil(progress::cancelled);
        progress.begin("replay", times.length * (long) trials.size());
        try {
            for (int step = 0; step < times.length; step++) {
                IdentityGraph then = graph.asOf(times[step]);
                for (int t = 0; t < trials.size(); t++) {
                    progress.check();
                    flag(verdicts(trials.get(t), then, stopping), step, flagged[t]);
                    progress.advance(1);
                }
            }
        } finally {
            progress.end();
        }
        Map<String, ReplayScores> scores = new HashMap<>();
        for (int t = 0; t < trials.size(); t++) {
            scores.put(trials.get(t).system(), scores(flagged[t], progress));
        }
        return scores;
    }

    private Verdicts verdicts(Trial trial, IdentityGraph then, Progress progress) {
        return then == graph
                ? trial.verdicts().orElseThrow()
                : trial.judge().orElseThrow().judge(then, progress);
    }

    /** A true ring is flagged when one risky ring holds two of its members. */
    private void flag(Verdicts verdicts, int step, boolean[][] flagged) {
        var together = new Long2IntOpenHashMap();
        for (int i = 0; i < verdicts.accountIds().size(); i++) {
            int ring = verdicts.ring()[i];
            Integer at = position.get(verdicts.accountIds().get(i));
            if (at != null && ringOf[at] >= 0 && ring >= 0 && verdicts.ringRisk()[ring] >= Verdicts.RISKY) {
                long cell = (long) ring << 32 | ringOf[at];
                if (together.addTo(cell, 1) == 1) {
                    flagged[ringOf[at]][step] = true;
                }
            }
        }
    }

    private ReplayScores scores(boolean[][] flagged, Progress progress) {
        RingReplay replay = RingReplay.of(admissions, times, flagged);
        Statistics statistics = weight -> {
            List<Measure> measures = new ArrayList<>();
            measures.add(replay.neverFlagged(weight));
            measures.add(replay.meanAdmitted(weight));
            measures.add(replay.medianAdmitted(weight));
            for (int k = ReplayScores.FIRST_MEMBER; k <= LAST_MEMBER; k++) {
                measures.add(replay.recallAtMember(k, weight));
            }
            return measures;
        };
        List<Estimate> estimates = Bootstrap.run(Resampling.single(replay.counts()), bootstrap, statistics, progress)
                .estimates();
        int rings = 0;
        for (boolean counts : replay.counts()) {
            rings += counts ? 1 : 0;
        }
        return new ReplayScores(
                rings, estimates.get(0), estimates.get(1), estimates.get(2), estimates.subList(3, estimates.size()));
    }
}
