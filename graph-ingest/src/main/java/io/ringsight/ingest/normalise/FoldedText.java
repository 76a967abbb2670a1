package io.ringsight.ingest.normalise;

import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.text.Transliterator;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Free text without what people write differently: case, accents, script (to Latin), punctuation and spacing. Words are
 * separated by one space; apostrophes vanish; whatever is neither letter nor digit separates words.
 */
final class FoldedText {
    /** Transliterators hold state while they work: each is used by one thread at a time. */
    private static final Queue<Transliterator> TO_LATIN = new ConcurrentLinkedQueue<>();

    private static final Normalizer2 CASE_FOLD = Normalizer2.getNFKCCasefoldInstance();
    private static final Normalizer2 DECOMPOSE = Normalizer2.getNFKDInstance();
    private static final int MOST_PASSES = 5;

    private FoldedText() {}

    static Outcome outcome(String raw) {
        String folded = of(raw);
        if (folded.isEmpty()) {
            return Outcome.NormalForm.unverified(ExactText.of(raw));
        }
        return Placeholder.isWord(folded) ? Outcome.NormalForm.unverified(folded) : Outcome.NormalForm.verified(folded);
    }

    /** The folded text; empty when there is no letter or digit in it. */
    static String of(String raw) {
        String folded = ExactText.isAscii(raw) ? raw : latin(raw);
        String words = words(folded);
        // A second pass settles what transliteration itself brought in, so that folding twice changes nothing.
        for (int pass = 1; pass < MOST_PASSES && !ExactText.isAscii(words); pass++) {
            String again = words(latin(words));
            if (again.equals(words)) {
                return words;
            }
            words = again;
        }
        return words;
    }

    private static String latin(String text) {
        String plain = withoutMarks(CASE_FOLD.normalize(text));
        if (ExactText.isAscii(plain)) {
            return plain;
        }
        Transliterator toLatin = TO_LATIN.poll();
        if (toLatin == null) {
            toLatin = Transliterator.getInstance("Any-Latin; Latin-ASCII");
        }
        String latin = toLatin.transliterate(plain);
        TO_LATIN.add(toLatin);
        return CASE_FOLD.normalize(latin);
    }

    private static String withoutMarks(String folded) {
        String decomposed = DECOMPOSE.normalize(folded);
        var kept = new StringBuilder(decomposed.length());
        boolean latin = true;
        for (int i = 0; i < decomposed.length(); i++) {
            char c = decomposed.charAt(i);
            switch (c) {
                case 'ø' -> kept.append('o');
                case 'ł' -> kept.append('l');
                case 'đ', 'ð' -> kept.append('d');
                case 'þ' -> kept.append("th");
                case 'æ' -> kept.append("ae");
                case 'œ' -> kept.append("oe");
                case 'ı' -> kept.append('i');
                case '’', '‘', 'ʼ' -> kept.append('\'');
                default -> {
                    boolean mark = c >= 0x300 && c < 0x370;
                    latin &= mark || c < 0x370 || c >= 0x2000 && c < 0x2070;
                    if (!mark) {
                        kept.append(c);
                    }
                }
            }
        }
        // In other scripts marks can be vowels: the transliterator has to see them composed.
        return latin ? kept.toString() : folded;
    }

    private static String words(String folded) {
        var words = new StringBuilder(folded.length());
        for (int i = 0; i < folded.length(); ) {
            int c = folded.codePointAt(i);
            i += Character.charCount(c);
            if (c >= 'A' && c <= 'Z') {
                words.append((char) (c + 32));
            } else if (c < 0x80 ? c >= 'a' && c <= 'z' || c >= '0' && c <= '9' : isWordPart(c)) {
                words.appendCodePoint(c);
            } else if (c != '\'' && !words.isEmpty() && words.charAt(words.length() - 1) != ' ') {
                words.append(' ');
            }
        }
        int end = words.length();
        return end > 0 && words.charAt(end - 1) == ' ' ? words.substring(0, end - 1) : words.toString();
    }

    private static boolean isWordPart(int c) {
        return Character.isLetterOrDigit(c)
                || Character.getType(c) == Character.NON_SPACING_MARK
                || Character.getType(c) == Character.COMBINING_SPACING_MARK;
    }
}
