package io.ringsight.api.cli;

import io.ringsight.ingest.error.ErrorCode;
import io.ringsight.ingest.error.RingsightException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** A time as people write it on the command line: a day, which is its first moment in UTC, or a moment with its offset. */
final class TimeWord {
    private TimeWord() {}

    /**
     * @param option for the message
     * @return milliseconds since 1970 UTC
     */
    static long millis(String option, String text) {
        try {
            Instant time = text.length() == 10
                    ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
                    : OffsetDateTime.parse(text).toInstant();
            return time.toEpochMilli();
        } catch (DateTimeException | ArithmeticException e) {
            throw new RingsightException(
                    ErrorCode.USAGE,
                    option + " is '" + text + "', which is no time.",
                    "Maybe write it like 2026-03-01 or 2026-03-01T10:22:31Z.",
                    e);
        }
    }
}
