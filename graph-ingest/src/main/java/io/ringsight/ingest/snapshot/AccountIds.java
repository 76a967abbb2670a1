package io.ringsight.ingest.snapshot;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The ids of all accounts as UTF-8 in one array, with the permutation that sorts them. Order is that of the bytes,
 * which is code-point order. Immutable, thread-safe.
 */
final class AccountIds {
    private final byte[] utf8;
    private final int[] offsets; // int[accounts + 1]
    private final int[] sorted; // account numbers in order of id

    AccountIds(byte[] utf8, int[] offsets, int[] sorted) {
        this.utf8 = utf8;
        this.offsets = offsets;
        this.sorted = sorted;
    }

    int size() {
        return sorted.length;
    }

    String get(int account) {
        return new String(utf8, offsets[account], offsets[account + 1] - offsets[account], StandardCharsets.UTF_8);
    }

    int utf8Length() {
        return utf8.length;
    }

    int sorted(int rank) {
        return sorted[rank];
    }

    /** The account of that id, or -1. */
    int find(String id) {
        byte[] key = id.getBytes(StandardCharsets.UTF_8);
        int low = 0;
        int high = sorted.length - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int account = sorted[middle];
            int order = Arrays.compareUnsigned(utf8, offsets[account], offsets[account + 1], key, 0, key.length);
            if (order == 0) {
                return account;
            }
            if (order < 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return -1;
    }

    boolean sameAs(AccountIds other) {
        return Arrays.equals(utf8, other.utf8) && Arrays.equals(offsets, other.offsets);
    }
}
