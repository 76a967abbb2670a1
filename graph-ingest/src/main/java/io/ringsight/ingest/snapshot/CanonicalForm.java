package io.ringsight.ingest.snapshot;

import io.ringsight.ingest.record.Bytes;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * How signatures, whose bits a key has permuted and masked, are brought to a form that no key plays a part in: the mask goes by
 * a base that is added to each, the permutation by sorting bits by what they are in all signatures, read in an order that
 * depends on no key. Distances stay. Bits that are alike in all signatures are left in the order of the key: they tell
 * nothing apart. Immutable, thread-safe.
 *
 * <p>A signature is a long[] whose first bit is the highest of the first word; zeros fill up the last word.
 */
final class CanonicalForm {
    private static final int BYTE_VALUES = 1 << Byte.SIZE;

    private final int bits;
    private final long[] base; // long[words], in the stored form
    private final int[] column; // int[bits]: which bit of the stored form comes there

    private CanonicalForm(int bits, long[] base, int[] column) {
        this.bits = bits;
        this.base = base;
        this.column = column;
    }

    /** Leaves signatures of that length as they are. */
    static CanonicalForm identity(int bits) {
        return new CanonicalForm(bits, new long[words(bits)], CountingSort.identity(bits));
    }

    /** @param column int[bits]: which bit of the stored form, less the base, comes there */
    static CanonicalForm of(long[] base, int[] column) {
        return new CanonicalForm(column.length, base, column);
    }

    static int words(int bits) {
        return Math.ceilDiv(bits, Long.SIZE);
    }

    static int bit(long[] words, int from, int bit) {
        return (int) (words[from + bit / Long.SIZE] >>> Long.SIZE - 1 - bit % Long.SIZE) & 1;
    }

    static void set(long[] words, int bit) {
        words[bit / Long.SIZE] |= 1L << Long.SIZE - 1 - bit % Long.SIZE;
    }

    static long[] unpacked(Bytes stored) {
        byte[] bytes = stored.array();
        long[] words = new long[Math.ceilDiv(bytes.length, Long.BYTES)];
        for (int b = 0; b < bytes.length; b++) {
            words[b / Long.BYTES] |= (bytes[b] & 0xFFL) << Long.SIZE - Byte.SIZE * (b % Long.BYTES + 1);
        }
        return words;
    }

    int bits() {
        return bits;
    }

    /** From the stored form. */
    long[] apply(Bytes stored) {
        if (stored.array().length * Byte.SIZE != bits) {
            throw new IllegalArgumentException(
                    "A signature has " + bits + " bits here, not " + stored.array().length * Byte.SIZE + ".");
        }
        long[] words = unpacked(stored);
        for (int w = 0; w < words.length; w++) {
            words[w] ^= base[w];
        }
        long[] canonical = new long[words.length];
        for (int to = 0; to < bits; to++) { // without a branch, which would be guessed wrong for every other bit
            canonical[to / Long.SIZE] |= (long) bit(words, 0, column[to]) << Long.SIZE - 1 - to % Long.SIZE;
        }
        return canonical;
    }

    /** Back to the stored form. */
    Bytes undo(long[] canonical) {
        long[] stored = base.clone();
        for (int w = 0; w < canonical.length; w++) {
            for (long left = canonical[w]; left != 0; left &= ~Long.highestOneBit(left)) {
                int from = column[w * Long.SIZE + Long.numberOfLeadingZeros(left)];
                stored[from / Long.SIZE] ^= 1L << Long.SIZE - 1 - from % Long.SIZE;
            }
        }
        ByteBuffer bytes = ByteBuffer.allocate(stored.length * Long.BYTES);
        bytes.asLongBuffer().put(stored);
        byte[] cut = new byte[bits / Byte.SIZE];
        bytes.get(cut);
        return new Bytes(cut);
    }

    /** From the stored form, {@code size} signatures in their place; a table turns eight bits at a time. */
    void applyAll(long[] packed, int size) {
        int words = base.length;
        long[] table = table();
        long[] canonical = new long[words];
        for (int row = 0; row < size; row++) {
            Arrays.fill(canonical, 0);
            for (int w = 0; w < words; w++) {
                long word = packed[row * words + w] ^ base[w];
                for (int b = 0; b < Long.BYTES; b++) {
                    int value = (int) (word >>> Long.SIZE - Byte.SIZE * (b + 1)) & BYTE_VALUES - 1;
                    int at = ((w * Long.BYTES + b) * BYTE_VALUES + value) * words;
                    for (int to = 0; to < words; to++) {
                        canonical[to] |= table[at + to];
                    }
                }
            }
            System.arraycopy(canonical, 0, packed, row * words, words);
        }
    }

    /** long[bytes][256][words]: the canonical bits of a byte of the stored form. */
    private long[] table() {
        int words = base.length;
        int[] target = CountingSort.inverse(column);
        long[] table = new long[words * Long.BYTES * BYTE_VALUES * words];
        for (int b = 0; b < bits / Byte.SIZE; b++) {
            for (int value = 1; value < BYTE_VALUES; value++) {
                int at = (b * BYTE_VALUES + value) * words;
                int without = (b * BYTE_VALUES + (value & value - 1)) * words;
                System.arraycopy(table, without, table, at, words);
                int bit = target[b * Byte.SIZE + Byte.SIZE - 1 - Integer.numberOfTrailingZeros(value)];
                table[at + bit / Long.SIZE] |= 1L << Long.SIZE - 1 - bit % Long.SIZE;
            }
        }
        return table;
    }
}
