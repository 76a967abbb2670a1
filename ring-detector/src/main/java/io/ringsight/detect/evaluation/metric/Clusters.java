package io.ringsight.detect.evaluation.metric;

import java.util.Arrays;

/**
 * Clusters of accounts, cleaned: accounts that are not scored are dropped, and what is left of a cluster is a cluster only from
 * two accounts on; everybody else is alone.
 *
 * @param of int[accounts], dense from 0, or -1
 * @param size int[clusters], each at least 2
 */
record Clusters(int[] of, int[] size) {
    static Clusters of(int[] cluster, boolean[] scored) {
        int most = Arrays.stream(cluster).max().orElse(-1);
        int[] sizes = new int[most + 1];
        for (int i = 0; i < cluster.length; i++) {
            if (scored[i] && cluster[i] >= 0) {
                sizes[cluster[i]]++;
            }
        }
        int[] number = new int[most + 1];
        int[] kept = new int[most + 1];
        int next = 0;
        for (int c = 0; c <= most; c++) {
            number[c] = sizes[c] < 2 ? -1 : next;
            if (sizes[c] >= 2) {
                kept[next++] = sizes[c];
            }
        }
        int[] of = new int[cluster.length];
        for (int i = 0; i < cluster.length; i++) {
            of[i] = scored[i] && cluster[i] >= 0 ? number[cluster[i]] : -1;
        }
        return new Clusters(of, Arrays.copyOf(kept, next));
    }

    int count() {
        return size.length;
    }

    boolean contains(int account) {
        return of[account] >= 0;
    }

    /** Accounts in the account's cluster, itself included: 1 when it is alone. */
    int sizeAt(int account) {
        return of[account] < 0 ? 1 : size[of[account]];
    }
}
