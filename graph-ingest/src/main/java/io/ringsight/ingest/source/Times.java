package io.ringsight.ingest.source;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * ISO 8601 times. A time without an offset, and a date without a time, are taken as UTC; a space may stand for the T;
 * fractions are cut to milliseconds. Years 1900 to 9999.
 */
final class Times {
    private static final long EARLIEST = Instant.parse("1900-01-01T00:00:00Z").toEpochMilli();
    private static final long LATEST = Instant.parse("9999-12-31T23:59:59.999Z").toEpochMilli();
    private static final int LONGEST = 40;

    private Times() {}

    /** Milliseconds since 1970 UTC, or empty when the text is not a time. */
    static OptionalLong milliseconds(String text) {
        String stripped = text.strip();
        if (stripped.length() < 10 || stripped.length() > LONGEST) {
            return OptionalLong.empty();
        }
        try {
            long time = instant(stripped).toEpochMilli();
            return time < EARLIEST || time > LATEST ? OptionalLong.empty() : OptionalLong.of(time);
        } catch (DateTimeException | ArithmeticException _) {
            return OptionalLong.empty();
        }
    }

    private static Instant instant(String text) {
        if (text.length() == 10) {
            return LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC);
        }
        String iso = text.charAt(10) == ' ' ? text.substring(0, 10) + "T" + text.substring(11) : text;
        int last = iso.length() - 1;
        if (iso.charAt(last) == 'Z' || iso.charAt(last) == 'z') {
            return Instant.parse(iso);
        }
        boolean offset = iso.indexOf('+', 11) > 0 || iso.indexOf('-', 11) > 0;
        return offset
                ? OffsetDateTime.parse(iso).toInstant()
                : LocalDateTime.parse(iso).toInstant(ZoneOffset.UTC);
    }

    /** A calendar date of the years 1850 to 9999, or empty when the text is none. A time after it is cut off. */
    static Optional<LocalDate> date(String text) {
        String stripped = text.strip();
        if (stripped.length() < 10 || stripped.length() > LONGEST) {
            return Optional.empty();
        }
        if (stripped.length() > 10 && stripped.charAt(10) != 'T' && stripped.charAt(10) != ' ') {
            return Optional.empty();
        }
        try {
            LocalDate date = LocalDate.parse(stripped.substring(0, 10));
            return date.getYear() < 1850 || date.getYear() > 9999 ? Optional.empty() : Optional.of(date);
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }
}
