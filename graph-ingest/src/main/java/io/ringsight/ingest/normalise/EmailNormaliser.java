package io.ringsight.ingest.normalise;

import com.ibm.icu.text.IDNA;
import com.ibm.icu.text.Normalizer2;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * E-mail addresses: lower case, domains in ASCII (IDNA), and what the large providers ignore taken away: dots at Gmail,
 * everything from a plus at Gmail, Outlook, iCloud, Proton and Fastmail, and second names of one provider.
 */
final class EmailNormaliser {
    private static final Map<String, String> SAME_PROVIDER = Map.of(
            "googlemail.com", "gmail.com",
            "me.com", "icloud.com",
            "mac.com", "icloud.com",
            "protonmail.com", "proton.me",
            "pm.me", "proton.me");
    private static final Set<String> PLUS_TAGS = Set.of(
            "gmail.com",
            "outlook.com",
            "hotmail.com",
            "live.com",
            "msn.com",
            "icloud.com",
            "proton.me",
            "fastmail.com");
    private static final String GMAIL = "gmail.com";
    private static final String LOCAL_MARKS = "!#$%&'*+/=?^_`{|}~.-";
    private static final IDNA DOMAINS =
            IDNA.getUTS46Instance(IDNA.NONTRANSITIONAL_TO_ASCII | IDNA.USE_STD3_RULES | IDNA.CHECK_BIDI);

    private EmailNormaliser() {}

    static Outcome normalise(String raw) {
        String text = ExactText.of(raw);
        int at = text.lastIndexOf('@');
        if (at < 1 || at == text.length() - 1) {
            return Outcome.NormalForm.unverified(text);
        }
        String local = folded(text.substring(0, at));
        String domain = domain(text.substring(at + 1));
        domain = SAME_PROVIDER.getOrDefault(domain, domain);
        if (PLUS_TAGS.contains(domain)) {
            int plus = local.indexOf('+');
            local = plus < 0 ? local : local.substring(0, plus);
        }
        if (domain.equals(GMAIL)) {
            local = local.replace(".", "");
        }
        if (domain.isEmpty() || !isLocalPart(local)) {
            return Outcome.NormalForm.unverified(text);
        }
        String address = local + "@" + domain;
        return Placeholder.isWord(local)
                ? Outcome.NormalForm.unverified(address)
                : Outcome.NormalForm.verified(address);
    }

    private static String folded(String local) {
        return ExactText.isAscii(local)
                ? local.toLowerCase(Locale.ROOT)
                : Normalizer2.getNFKCCasefoldInstance().normalize(local);
    }

    /** The domain in ASCII, or an empty string when there can be no such domain. */
    private static String domain(String raw) {
        String domain = raw.toLowerCase(Locale.ROOT);
        if (!ExactText.isAscii(raw)) {
            var info = new IDNA.Info();
            var ascii = new StringBuilder();
            DOMAINS.nameToASCII(raw, ascii, info);
            if (info.hasErrors()) {
                return "";
            }
            domain = ascii.toString();
        }
        String[] labels = domain.split("\\.", -1);
        if (labels.length < 2 || domain.length() > 253) {
            return "";
        }
        for (String label : labels) {
            if (!isLabel(label)) {
                return "";
            }
        }
        String top = labels[labels.length - 1];
        return top.length() < 2 || SerialNumber.isDigits(top) ? "" : domain;
    }

    private static boolean isLabel(String label) {
        if (label.isEmpty() || label.length() > 63 || label.startsWith("-") || label.endsWith("-")) {
            return false;
        }
        for (int i = 0; i < label.length(); i++) {
            char c = label.charAt(i);
            if (!(c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '-')) {
                return false;
            }
        }
        return true;
    }

    private static boolean isLocalPart(String local) {
        if (local.isEmpty() || local.length() > 64 || local.startsWith(".") || local.endsWith(".")) {
            return false;
        }
        for (int i = 0; i < local.length(); ) {
            int c = local.codePointAt(i);
            i += Character.charCount(c);
            if (c >= 0x80 ? !Character.isLetterOrDigit(c) : !isAsciiPart(c)) {
                return false;
            }
        }
        return !local.contains("..");
    }

    private static boolean isAsciiPart(int c) {
        return c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || LOCAL_MARKS.indexOf(c) >= 0;
    }
}
