package io.ringsight.detect.evaluation.metric;

import io.ringsight.gnn.metric.Measure;
import io.ringsight.gnn.metric.WeightedRatio;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * How soon rings are caught when time is replayed in steps. A ring counts once two members are admitted by the last step; the
 * members admitted by the step that first flags it are those it cost. Steps far apart make every system late alike.
 *
 * <p>Weights are on rings here, not on accounts: a ring is drawn as a whole. Immutable, thread-safe.
 */
public final class RingReplay {
    private static final String NO_RING = "no ring had two members in the replay";

    private final int[] members; // int[rings]: admitted by the last step; below 2 the ring does not count
    private final int[] admitted; // int[rings]: by the step that first flagged it, all when none did
    private final boolean[] caught;
    private final Integer[] byAdmitted;

    private RingReplay(int[] members, int[] admitted, boolean[] caught) {
        this.members = members;
        this.admitted = admitted;
        this.caught = caught;
        this.byAdmitted = IntStream.range(0, members.length)
                .boxed()
                .sorted(Comparator.comparingInt(r -> admitted[r]))
                .toArray(Integer[]::new);
    }

    /**
     * @param admissions long[rings][members]: when each member was admitted, ascending
     * @param steps long[steps], ascending: the times the replay stopped at; who was admitted at that very time is present
     * @param flagged boolean[rings][steps]: some predicted risky ring held two or more of the members then present
     */
    public static RingReplay of(long[][] admissions, long[] steps, boolean[][] flagged) {
        int[] members = new int[admissions.length];
        int[] admitted = new int[admissions.length];
        boolean[] caught = new boolean[admissions.length];
        for (int ring = 0; ring < admissions.length; ring++) {
            int first = 0;
            while (first < steps.length && !flagged[ring][first]) {
                first++;
            }
            caught[ring] = first < steps.length;
            members[ring] = steps.length == 0 ? 0 : present(admissions[ring], steps[steps.length - 1]);
            admitted[ring] = caught[ring] ? present(admissions[ring], steps[first]) : members[ring];
        }
        return new RingReplay(members, admitted, caught);
    }

    /** Rings given, counted or not: the length of weights. */
    public int size() {
        return members.length;
    }

    /** boolean[rings]: two members or more were admitted by the last step. */
    public boolean[] counts() {
        boolean[] counts = new boolean[members.length];
        for (int ring = 0; ring < counts.length; ring++) {
            counts[ring] = counts(ring);
        }
        return counts;
    }

    /** Of the rings that came to {@code member} members, the share that was flagged before there were more. */
    public Measure recallAtMember(int member, double[] weight) {
        double[] reached = new double[size()];
        double[] inTime = new double[size()];
        for (int ring = 0; ring < size(); ring++) {
            reached[ring] = counts(ring) && members[ring] >= member ? 1 : 0;
            inTime[ring] = reached[ring] > 0 && caught[ring] && admitted[ring] <= member ? 1 : 0;
        }
        return new WeightedRatio(inTime, reached, "no ring came to %d members".formatted(member)).measure(weight);
    }

    /** Members admitted until the ring was flagged, all of them when it never was; mean over rings. */
    public Measure meanAdmitted(double[] weight) {
        double[] cost = Arrays.stream(admitted).asDoubleStream().toArray();
        double[] counted = new double[size()];
        for (int ring = 0; ring < size(); ring++) {
            counted[ring] = counts(ring) ? 1 : 0;
            cost[ring] *= counted[ring];
        }
        return new WeightedRatio(cost, counted, NO_RING).measure(weight);
    }

    /** As {@link #meanAdmitted}, the median: the mean of the two middle rings where there are two. */
    public Measure medianAdmitted(double[] weight) {
        double all = 0;
        for (int ring = 0; ring < size(); ring++) {
            all += counts(ring) ? weight[ring] : 0;
        }
        if (!(all > 0)) {
            return Measure.undefined(NO_RING);
        }
        double below = 0;
        int lower = -1;
        for (int ring : byAdmitted) {
            if (counts(ring) && weight[ring] > 0) {
                below += weight[ring];
                if (lower >= 0) {
                    return Measure.of((lower + admitted[ring]) / 2.0);
                }
                if (below > all / 2) {
                    return Measure.of(admitted[ring]);
                }
                if (below == all / 2) {
                    lower = admitted[ring];
                }
            }
        }
        throw new IllegalStateException("Weights sum to " + all + " but never reach half of it.");
    }

    /** Share of the rings that no step flagged. */
    public Measure neverFlagged(double[] weight) {
        double[] never = new double[size()];
        double[] counted = new double[size()];
        for (int ring = 0; ring < size(); ring++) {
            counted[ring] = counts(ring) ? 1 : 0;
            never[ring] = counts(ring) && !caught[ring] ? 1 : 0;
        }
        return new WeightedRatio(never, counted, NO_RING).measure(weight);
    }

    private boolean counts(int ring) {
        return members[ring] >= 2;
    }

    private static int present(long[] admissions, long time) {
        int present = 0;
        while (present < admissions.length && admissions[present] <= time) {
            present++;
        }
        return present;
    }
}
