package io.ringsight.detect.evaluation;

import io.ringsight.gnn.metric.Estimate;
import java.util.List;

/**
 * How early rings are found when the graph is judged again and again as it grows. Rings count whose second member came after
 * the training; a ring is flagged at the first step at which one risky ring holds two of its members.
 *
 * @param rings how many true rings of at least two members began that late
 * @param neverFlagged share of them that were not flagged by the end
 * @param meanAdmitted mean number of members admitted by the step that flagged the ring, all of them when none did
 * @param medianAdmitted the median likewise
 * @param recallAtMember of the rings that came to k members, the share flagged before there were more; from k = 2 on
 */
public record ReplayScores(
        int rings,
        Estimate neverFlagged,
        Estimate meanAdmitted,
        Estimate medianAdmitted,
        List<Estimate> recallAtMember) {
    /** The first k of {@link #recallAtMember()}. */
    public static final int FIRST_MEMBER = 2;

    public ReplayScores {
        recallAtMember = List.copyOf(recallAtMember);
    }
}
