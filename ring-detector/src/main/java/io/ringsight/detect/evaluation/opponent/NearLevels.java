package io.ringsight.detect.evaluation.opponent;

import io.ringsight.ingest.record.BlockingKind;

/**
 * The ordered comparison levels of a field, the best that holds counts:
 *
 * <pre>
 * level  attribute, text, number                                          bit hash, of 256
 * 2      equal                                                            equal
 * 3      at least 0.8 of the bigrams in common, or read alike             up to 24 bits differ
 * 4      next in a series, template of an e-mail                          up to 40
 * 5      at least 0.6 in common                                           up to 56
 * 6      one series, one local part, one building                         –
 * 7      at least 0.4 in common                                           up to 80
 * 1      nothing of that
 * 0      one of the two has none
 * </pre>
 *
 * The share of bigrams in common is told by the distance of two signatures, which are Bloom filters of about 35 % ones (R. Schnell,
 * T. Bachteler, J. Reiher 2009, doi:10.1186/1472-6947-9-41): 1 at distance 0, 0 at the distance of two that have nothing in
 * common. It stands for the edit distance and the Jaro-Winkler similarity that a linker of plain text would take: one wrong
 * letter in six leaves about 0.7.
 */
final class NearLevels {
    static final int COUNT = 8;
    private static final byte SLIP = 3;
    private static final byte SERIES = 4;
    private static final byte ALIKE = 5;
    private static final byte FAMILY = 6;
    private static final byte FAINT = 7;

    private static final double UNRELATED = 2 * 0.35 * 0.65; // part of the bits in which two unlike signatures differ
    private static final double[] SHARES = {0.8, 0.6, 0.4};
    private static final byte[] OF_SHARES = {SLIP, ALIKE, FAINT};
    private static final double[] PARTS = {24 / 256.0, 40 / 256.0, 56 / 256.0, 80 / 256.0};
    private static final byte[] OF_PARTS = {SLIP, SERIES, ALIKE, FAINT};

    private NearLevels() {}

    /** Of two signatures of so many bits that differ in {@code distance} of them. */
    static byte ofText(int distance, int bits) {
        double share = 1 - distance / (UNRELATED * bits);
        for (int i = 0; i < SHARES.length; i++) {
            if (share >= SHARES[i]) {
                return OF_SHARES[i];
            }
        }
        return PatternCounts.DIFFERENT;
    }

    /** Of two bit hashes of so many bits that differ in {@code distance} of them. */
    static byte ofBits(int distance, int bits) {
        for (int i = 0; i < PARTS.length; i++) {
            if (distance <= PARTS[i] * bits) {
                return OF_PARTS[i];
            }
        }
        return PatternCounts.DIFFERENT;
    }

    static byte of(BlockingKind kind) {
        return switch (kind) {
            case OCR_CLASS -> SLIP;
            case SERIAL_NEAR, TEMPLATE -> SERIES;
            case SERIAL_FAR, LOCAL_PART, BUILDING -> FAMILY;
            case DISPOSABLE -> PatternCounts.DIFFERENT;
        };
    }

    /** The better of two levels. */
    static byte better(byte one, byte other) {
        if (one <= PatternCounts.DIFFERENT || other <= PatternCounts.DIFFERENT) {
            return one > other ? one : other;
        }
        return one < other ? one : other;
    }
}
