package io.ringsight.ingest.normalise;

import io.ringsight.ingest.record.BlockingKind;
import java.util.List;
import java.util.stream.Stream;

/** What numbers that were issued one after the other, or that were misread, have in common. */
final class SerialLikeness {
    private static final int FEWEST_DIGITS = 4;
    private static final int MOST_DIGITS = 9;
    private static final int NEAR = 8;
    private static final int FAR = 64;
    private static final String ALIKE = "OQDILSBZG";
    private static final String READ_AS = "000115826";

    private SerialLikeness() {}

    /** @param issuer who numbers, where that is told: other issuers, other series */
    static Likeness document(String issuer, String number) {
        var texts = Stream.concat(
                Stream.of(new BlockingText(BlockingKind.OCR_CLASS, issuer + ":" + ocrClass(number))),
                windows(issuer + ":" + number).stream());
        Grams grams = issuer.isEmpty() ? Grams.bigrams(number) : Grams.bigrams(number, issuer);
        return new Likeness(false, grams, texts.toList());
    }

    /** The windows that the number at the end of a code is in: two grids of each width, half a window apart. */
    static List<BlockingText> windows(String code) {
        int from = code.length();
        while (from > 0 && code.length() - from < MOST_DIGITS && isDigit(code.charAt(from - 1))) {
            from--;
        }
        if (code.length() - from < FEWEST_DIGITS) {
            return List.of();
        }
        int number = Integer.parseInt(code.substring(from));
        String series = code.substring(0, from) + "/" + (code.length() - from);
        return List.of(
                window(BlockingKind.SERIAL_NEAR, series, 'a', number / NEAR),
                window(BlockingKind.SERIAL_NEAR, series, 'b', (number + NEAR / 2) / NEAR),
                window(BlockingKind.SERIAL_FAR, series, 'a', number / FAR),
                window(BlockingKind.SERIAL_FAR, series, 'b', (number + FAR / 2) / FAR));
    }

    private static BlockingText window(BlockingKind kind, String series, char grid, int window) {
        return new BlockingText(kind, series + "/" + grid + window);
    }

    private static String ocrClass(String number) {
        var read = new StringBuilder(number);
        for (int i = 0; i < read.length(); i++) {
            int alike = ALIKE.indexOf(read.charAt(i));
            if (alike >= 0) {
                read.setCharAt(i, READ_AS.charAt(alike));
            }
        }
        return read.toString();
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
