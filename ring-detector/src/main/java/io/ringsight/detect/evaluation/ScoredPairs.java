package io.ringsight.detect.evaluation;

import io.ringsight.detect.evidence.Evidence;
import java.util.List;
import java.util.function.IntFunction;

/**
 * Every pair of accounts that a contender weighed, the improbable ones too. Position i of every part speaks of pair i, and no pair
 * is there twice, whichever account comes first. The arrays are not copied, as there may be many millions, and not to be written.
 *
 * @param a int[pairs], position of one account in the {@link Verdicts}
 * @param b int[pairs], position of the other
 * @param probability float[pairs], of common control
 * @param evidence of a pair, by its position; asked of a few pairs only
 */
public record ScoredPairs(int[] a, int[] b, float[] probability, IntFunction<List<Evidence>> evidence) {
    public ScoredPairs {
        if (a.length != b.length || a.length != probability.length) {
            throw new IllegalArgumentException(
                    "A pair has two accounts and one probability, but there are %d, %d and %d."
                            .formatted(a.length, b.length, probability.length));
        }
    }

    /** Of evidence that is not told. */
    public ScoredPairs(int[] a, int[] b, float[] probability) {
        this(a, b, probability, _ -> List.of());
    }

    public int size() {
        return a.length;
    }

    /** @param accounts how many there are */
    void check(int accounts) {
        for (int pair = 0; pair < a.length; pair++) {
            if (a[pair] < 0 || b[pair] < 0 || a[pair] >= accounts || b[pair] >= accounts || a[pair] == b[pair]) {
                throw new IllegalArgumentException("A pair is of two accounts from 0 to below %d, not %d and %d."
                        .formatted(accounts, a[pair], b[pair]));
            }
            if (!(probability[pair] >= 0 && probability[pair] <= 1)) {
                throw new IllegalArgumentException("A probability lies in [0, 1], not at " + probability[pair] + ".");
            }
        }
    }

    /**
     * The pairs of which both accounts are somewhere else too.
     *
     * @param position int[accounts]: where each is there, or -1
     */
    ScoredPairs at(int[] position) {
        int size = 0;
        for (int pair = 0; pair < a.length; pair++) {
            size += position[a[pair]] >= 0 && position[b[pair]] >= 0 ? 1 : 0;
        }
        int[] left = new int[size];
        int[] right = new int[size];
        float[] same = new float[size];
        int[] pairHere = new int[size];
        int next = 0;
        for (int pair = 0; pair < a.length; pair++) {
            if (position[a[pair]] >= 0 && position[b[pair]] >= 0) {
                left[next] = position[a[pair]];
                right[next] = position[b[pair]];
                same[next] = probability[pair];
                pairHere[next++] = pair;
            }
        }
        return new ScoredPairs(left, right, same, there -> evidence.apply(pairHere[there]));
    }
}
