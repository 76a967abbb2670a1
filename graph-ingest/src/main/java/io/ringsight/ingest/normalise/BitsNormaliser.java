package io.ringsight.ingest.normalise;

import java.util.HexFormat;
import java.util.Locale;

/** Bit hashes in hex: lower case, without separators, of one length. */
final class BitsNormaliser {
    private static final double FEWEST_SET = 0.05;

    private final int digits;

    BitsNormaliser(int bits) {
        this.digits = bits / 4;
    }

    Outcome normalise(String raw) {
        String hex = raw.strip().toLowerCase(Locale.ROOT);
        if (hex.length() != digits) {
            return new Outcome.Unusable(
                    "must be " + digits + " hex digits (" + digits * 4 + " bits), not " + hex.length() + " characters");
        }
        for (int i = 0; i < hex.length(); i++) {
            if (!HexFormat.isHexDigit(hex.charAt(i))) {
                return new Outcome.Unusable("must be " + digits + " hex digits (" + digits * 4 + " bits)");
            }
        }
        return Placeholder.isNumber(hex) ? Outcome.NormalForm.unverified(hex) : Outcome.NormalForm.verified(hex);
    }

    /** Whether next to none or next to all of the bits are set, or one digit fills it: no face looks like that. */
    static boolean isBlank(String hex) {
        int set = 0;
        for (int i = 0; i < hex.length(); i++) {
            set += Integer.bitCount(HexFormat.fromHexDigit(hex.charAt(i)));
        }
        double share = set / (4.0 * hex.length());
        return share < FEWEST_SET || share > 1 - FEWEST_SET || Placeholder.isNumber(hex);
    }
}
