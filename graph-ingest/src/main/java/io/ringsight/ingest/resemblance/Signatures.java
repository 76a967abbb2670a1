package io.ringsight.ingest.resemblance;

import java.util.Arrays;

/** Bit signatures of one length, numbered from 0 as they are added: 4 words each for 256 bits. Adding is not thread-safe. */
public final class Signatures {
    private final int bits;
    private final int words;
    private long[] packed; // long[size][words]
    private int size;

    /** @param bits a positive multiple of 64 */
    public Signatures(int bits) {
        if (bits <= 0 || bits % Long.SIZE != 0) {
            throw new IllegalArgumentException("A signature has a positive multiple of 64 bits, not " + bits + ".");
        }
        this.bits = bits;
        this.words = bits / Long.SIZE;
        this.packed = new long[16 * words];
    }

    public int bits() {
        return bits;
    }

    public int size() {
        return size;
    }

    /** Bytes that the signatures take. */
    public long bytes() {
        return (long) size * words * Long.BYTES;
    }

    /** @return the number of the new signature */
    public int add(long[] signature) {
        require(signature);
        int from = size * words;
        if (from == packed.length) {
            packed = Arrays.copyOf(packed, Math.multiplyExact(Math.ceilDiv(packed.length / words * 3, 2), words));
        }
        System.arraycopy(signature, 0, packed, from, words);
        return size++;
    }

    /** A copy of one of them. */
    public long[] get(int number) {
        return Arrays.copyOfRange(packed, number * words, (number + 1) * words);
    }

    /** Hamming distance of two of them. */
    public int distance(int one, int other) {
        int distance = 0;
        for (int w = 0; w < words; w++) {
            distance += Long.bitCount(packed[one * words + w] ^ packed[other * words + w]);
        }
        return distance;
    }

    /** Hamming distance of one of them and another. */
    public int distance(int one, long[] other) {
        int distance = 0;
        int from = one * words;
        for (int w = 0; w < words; w++) {
            distance += Long.bitCount(packed[from + w] ^ other[w]);
        }
        return distance;
    }

    /** Whether the other has the same signatures in the same order. */
    public boolean sameAs(Signatures other) {
        return bits == other.bits && Arrays.equals(packed, 0, size * words, other.packed, 0, other.size * words);
    }

    /** Hamming distance of one of some signatures and one of others of the same length. */
    public static int distance(Signatures some, int one, Signatures others, int other) {
        int distance = 0;
        for (int w = 0; w < some.words; w++) {
            distance += Long.bitCount(some.packed[one * some.words + w] ^ others.packed[other * others.words + w]);
        }
        return distance;
    }

    /** Keeps of the first {@code count} numbers those within a radius; without a branch, so that reads do not wait for each other. */
    int keepNear(int[] numbers, int count, long[] signature, int radius) {
        int kept = 0;
        for (int i = 0; i < count; i++) {
            int number = numbers[i];
            numbers[kept] = number;
            int distance = words == 4 ? distanceOfFour(number, signature) : distance(number, signature);
            kept += (distance - radius - 1) >>> (Integer.SIZE - 1); // the sign
        }
        return kept;
    }

    private int distanceOfFour(int number, long[] signature) {
        int from = number * 4;
        return Long.bitCount(packed[from] ^ signature[0])
                + Long.bitCount(packed[from + 1] ^ signature[1])
                + Long.bitCount(packed[from + 2] ^ signature[2])
                + Long.bitCount(packed[from + 3] ^ signature[3]);
    }

    long word(int number, int word) {
        return packed[number * words + word];
    }

    int words() {
        return words;
    }

    void require(long[] signature) {
        if (signature.length != words) {
            throw new IllegalArgumentException(
                    "A signature has %d bits, not %d.".formatted(bits, signature.length * Long.SIZE));
        }
    }
}
