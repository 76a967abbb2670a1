package io.ringsight.ingest.normalise;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Device ids: exact text, but UUIDs and MAC addresses in lower case. Ids that whole model ranges share are unverified. */
final class DeviceNormaliser {
    private static final Pattern CASELESS =
            Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}|\\p{XDigit}{2}([:-]\\p{XDigit}{2}){5}");
    private static final Set<String> SHARED = Set.of("9774d56d682e549c", "020000000000", "012345678912345");

    private DeviceNormaliser() {}

    static Outcome normalise(String raw) {
        String text = ExactText.of(raw);
        if (CASELESS.matcher(text).matches()) {
            text = text.toLowerCase(Locale.ROOT).replace('-', text.length() == 17 ? ':' : '-');
        }
        return isShared(text) ? Outcome.NormalForm.unverified(text) : Outcome.NormalForm.verified(text);
    }

    static boolean isShared(String normalForm) {
        String bare = SerialNumber.of(normalForm).toLowerCase(Locale.ROOT);
        return SHARED.contains(bare) || Placeholder.isNumber(bare) || Placeholder.isWord(bare);
    }
}
