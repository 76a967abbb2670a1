package io.ringsight.ingest.normalise;

import com.ibm.icu.text.Normalizer2;

/** Text that is compared as it is: only outer white space and the choice of Unicode composition (NFC) do not count. */
final class ExactText {
    private ExactText() {}

    static String of(String raw) {
        String stripped = raw.strip();
        return isAscii(stripped)
                ? stripped
                : Normalizer2.getNFCInstance().normalize(stripped).strip();
    }

    static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 0x7f) {
                return false;
            }
        }
        return true;
    }
}
