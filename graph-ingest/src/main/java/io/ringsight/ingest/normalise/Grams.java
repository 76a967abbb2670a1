package io.ringsight.ingest.normalise;

import java.util.Arrays;

/**
 * The features by which values are compared: two values are as near as they have features in common. Each feature is a code
 * that depends on the value alone, and is there once.
 *
 * @param codes long[n], ascending
 */
public record Grams(long[] codes) {
    static final Grams NONE = new Grams(new long[0]);

    private static final int CHARACTER_BITS = 21;
    private static final int BIGRAM_BITS = 2 * CHARACTER_BITS;
    private static final long DIGIT = 1L << 58;
    private static final long ORDERED = 2L << 58;
    private static final long UNORDERED = 3L << 58;
    private static final long FIELD = 4L << 58;
    private static final int UNORDERED_WEIGHT = 3;

    /** Pairs of neighbouring characters, the first and last with a space; the second "an" of a text is another than its first. */
    static Grams bigrams(String text) {
        return text.isEmpty() ? NONE : numbered(pairs(text, 0));
    }

    /** The pairs of a text, and one feature that stands for another text. */
    static Grams bigrams(String text, String field) {
        long[] codes = pairs(text, 1);
        codes[codes.length - 1] = FIELD | Integer.toUnsignedLong(field.hashCode());
        return numbered(codes);
    }

    private static long[] pairs(String text, int spare) {
        int[] characters = text.codePoints().toArray();
        long[] codes = new long[characters.length + 1 + spare];
        int previous = ' ';
        for (int i = 0; i < characters.length; i++) {
            codes[i] = (long) previous << CHARACTER_BITS | characters[i];
            previous = characters[i];
        }
        codes[characters.length] = (long) previous << CHARACTER_BITS | ' ';
        return codes;
    }

    /**
     * Each digit of a date at its place, day and month as such, and three times the two numbers whatever their order: a wrong
     * digit leaves two thirds, and so does a day taken for the month.
     *
     * @param date as ISO 8601 writes it
     */
    static Grams date(String date) {
        int year = date.length() - 6; // digits, and a sign where there is one
        int month = Integer.parseInt(date, year + 1, year + 3, 10);
        int day = Integer.parseInt(date, year + 4, year + 6, 10);
        long[] codes = new long[year + 6 + 2 * UNORDERED_WEIGHT];
        int size = 0;
        for (int i = 0; i < date.length(); i++) {
            if (i < year || date.charAt(i) != '-') {
                codes[size++] = DIGIT | (long) (date.length() - i) << Byte.SIZE | date.charAt(i);
            }
        }
        codes[size++] = ORDERED | month;
        codes[size++] = ORDERED | day << Byte.SIZE;
        for (int weight = 0; weight < UNORDERED_WEIGHT; weight++) {
            codes[size++] = UNORDERED | weight << Byte.SIZE | month;
            codes[size++] = UNORDERED | weight << Byte.SIZE | day;
        }
        return numbered(codes);
    }

    private static Grams numbered(long[] codes) {
        Arrays.sort(codes);
        int repeated = 0;
        for (int i = 1; i < codes.length; i++) {
            long before = codes[i - 1] - ((long) repeated << BIGRAM_BITS);
            repeated = codes[i] == before ? repeated + 1 : 0;
            codes[i] += (long) repeated << BIGRAM_BITS;
        }
        Arrays.sort(codes);
        return new Grams(codes);
    }

    public boolean isEmpty() {
        return codes.length == 0;
    }

    /** Never shows the value. */
    @Override
    public String toString() {
        return codes.length + " grams";
    }
}
