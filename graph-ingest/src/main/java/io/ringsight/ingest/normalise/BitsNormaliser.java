package io.ringsight.ingest.normalise;

import java.util.HexFormat;
import java.util.Locale;

/** Bit hashes in hex: lower case, without separators, of one length. */
final class BitsNormaliser {
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
}
