package io.ringsight.ingest.tokenise;

import io.ringsight.ingest.normalise.Grams;
import java.util.Arrays;

/**
 * Features as bits: a CLK (R. Schnell, T. Bachteler, J. Reiher: Privacy-preserving record linkage using Bloom filters, BMC
 * Medical Informatics and Decision Making 9:41, 2009, doi:10.1186/1472-6947-9-41) of constant weight. The fewer features, the
 * more bits each sets, so that about 35 % are set in all; the bits of a feature are the first of one series, so shared features
 * overlap whatever their numbers. Of more features than that, those of the smallest hashes count. The Hamming distance thus tells what
 * share of the features differs.
 *
 * <p>The hash is public: what is secret is where {@link BitScrambler} puts the bits. Distances do not depend on any key.
 */
final class GramBits {
    private static final double DENSITY = 0.35;
    private static final long STEP = 0x9E3779B97F4A7C15L;

    private GramBits() {}

    /** @param bits a power of two, at least 8 */
    static byte[] of(Grams grams, int bits) {
        int target = (int) Math.round(DENSITY * bits);
        long[] codes = few(grams.codes(), target);
        int each = Math.max(1, Math.round((float) target / codes.length));
        byte[] set = new byte[bits / 8];
        for (long code : codes) {
            long series = mix(code);
            for (int i = 1; i <= each; i++) {
                int bit = (int) mix(series + i * STEP) & bits - 1;
                set[bit >> 3] |= (byte) (0x80 >> (bit & 7));
            }
        }
        return set;
    }

    private static long[] few(long[] codes, int most) {
        if (codes.length <= most) {
            return codes;
        }
        long[] mixed = Arrays.stream(codes).map(GramBits::mix).sorted().toArray();
        long last = mixed[most - 1];
        return Arrays.stream(codes).filter(code -> mix(code) <= last).toArray();
    }

    /** Mixes 64 bits (S. Vigna: variant 13 of D. Stafford's mixers). */
    private static long mix(long code) {
        long mixed = code + STEP;
        mixed = (mixed ^ mixed >>> 30) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94D049BB133111EBL;
        return mixed ^ mixed >>> 31;
    }
}
