package io.ringsight.ingest.snapshot;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntArrays;
import java.util.Arrays;

/**
 * The signatures of one type in an order that depends on no key, but for runs that may come in any order; and how their
 * canonical form is found: bits are told apart by how often they are set in each run, the signatures of a run by how many of
 * the bits are set that look alike so far, and so in turn. Where both are at a loss, any signature of a run comes first: what
 * is symmetric comes out alike. Not thread-safe; used once.
 */
final class SignatureRuns {
    private static final int MOST_ROUNDS = 32;

    private final int bits;
    private final int words;
    private final long[] packed; // long[][words], stored form
    private final int[] rows; // those that count
    private int[] starts; // int[runs + 1], where runs start in rows
    private final long[] base; // long[words]

    SignatureRuns(int bits, long[] packed, int[] rows, int[] starts) {
        this.bits = bits;
        this.words = CanonicalForm.words(bits);
        this.packed = packed;
        this.rows = rows;
        this.starts = starts;
        this.base = new long[words];
    }

    int size() {
        return starts.length - 1;
    }

    int bit(int row, int bit) {
        return CanonicalForm.bit(packed, row * words, bit) ^ CanonicalForm.bit(base, 0, bit);
    }

    /** In how many signatures of a run a bit is set. */
    int count(int run, int bit) {
        int count = 0;
        for (int i = starts[run]; i < starts[run + 1]; i++) {
            count += bit(rows[i], bit);
        }
        return count;
    }

    CanonicalForm canonicalForm() {
        if (rows.length == 0) {
            return CanonicalForm.identity(bits);
        }
        chooseBase();
        var columns = new ColumnOrder(bits);
        for (int round = 0; round < MOST_ROUNDS; round++) {
            columns.refine(this);
            if (size() == rows.length || !split(columns) && !(round < MOST_ROUNDS - 1 && putOneFirst())) {
                break;
            }
        }
        return CanonicalForm.of(base, columns.order());
    }

    /** What most signatures of the first run of odd length are; the first signature where there is no such run. */
    private void chooseBase() {
        int run = 0;
        while (run < size() && (starts[run + 1] - starts[run]) % 2 == 0) {
            run++;
        }
        int from = run == size() ? 0 : starts[run];
        int to = run == size() ? 1 : starts[run + 1];
        for (int bit = 0; bit < bits; bit++) {
            int set = 0;
            for (int i = from; i < to; i++) {
                set += CanonicalForm.bit(packed, rows[i] * words, bit);
            }
            if (2 * set > to - from) {
                CanonicalForm.set(base, bit);
            }
        }
    }

    /** Splits runs where groups of bits tell their signatures apart; whether there were any. */
    private boolean split(ColumnOrder columns) {
        var finer = new IntArrayList();
        for (int run = 0; run < size(); run++) {
            finer.add(starts[run]);
            if (starts[run + 1] - starts[run] > 1) {
                IntArrays.mergeSort(
                        rows, starts[run], starts[run + 1], (one, other) -> columns.compare(this, one, other));
                for (int i = starts[run] + 1; i < starts[run + 1]; i++) {
                    if (columns.compare(this, rows[i - 1], rows[i]) != 0) {
                        finer.add(i);
                    }
                }
            }
        }
        return splitAt(finer);
    }

    /** Makes a run of the first signature of the first run whose signatures are not all equal; whether there is one. */
    private boolean putOneFirst() {
        for (int run = 0; run < size(); run++) {
            for (int i = starts[run] + 1; i < starts[run + 1]; i++) {
                if (!equal(rows[i - 1], rows[i])) {
                    var finer = new IntArrayList(starts, 0, size());
                    finer.add(run + 1, starts[run] + 1);
                    return splitAt(finer);
                }
            }
        }
        return false;
    }

    private boolean splitAt(IntArrayList finer) {
        boolean more = finer.size() > size();
        finer.add(rows.length);
        starts = finer.toIntArray();
        return more;
    }

    private boolean equal(int one, int other) {
        return Arrays.equals(packed, one * words, (one + 1) * words, packed, other * words, (other + 1) * words);
    }
}
