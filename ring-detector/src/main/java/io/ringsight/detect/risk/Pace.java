package io.ringsight.detect.risk;

import io.ringsight.detect.evidence.EvidenceModel;
import io.ringsight.ingest.snapshot.IdentityGraph;
import java.time.Duration;
import java.util.Arrays;

/**
 * How fast accounts came, against how fast they come everywhere. Immutable, thread-safe.
 */
public final class Pace {
    private static final long WINDOW_MILLIS = Duration.ofDays(7).toMillis();
    private static final double MOST_BITS = 3;

    private final long[] createdAt; // of all accounts, ascending

    public Pace(IdentityGraph graph) {
        createdAt = new long[graph.accountCount()];
        Arrays.setAll(createdAt, graph::createdAt);
        Arrays.sort(createdAt);
    }

    /**
     * log2 of the most members created within a week over how many would be by chance, that one excepted who starts the
     * week; 0 for fewer than three.
     */
    double bits(long[] members) {
        Arrays.sort(members);
        double most = 0;
        int from = 0;
        for (int to = 0; to < members.length; to++) {
            while (members[to] - members[from] > WINDOW_MILLIS) {
                from++;
            }
            int together = to - from + 1;
            if (together >= 3) {
                double expected = 1 + (members.length - 1) * share(members[from]);
                most = Math.max(most, EvidenceModel.log2(together / expected));
            }
        }
        return Math.min(most, MOST_BITS);
    }

    /** The part of all accounts that was created in the week from that time on. */
    private double share(long from) {
        if (createdAt.length == 0) {
            return 0;
        }
        return (double) (firstAfter(from + WINDOW_MILLIS) - firstAfter(from - 1)) / createdAt.length;
    }

    private int firstAfter(long time) {
        int low = 0;
        int high = createdAt.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (createdAt[middle] <= time) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
