package io.ringsight.api.http;

import io.ringsight.ingest.error.ErrorCode;
import io.ringsight.ingest.error.RingsightException;
import java.time.Instant;
import java.time.format.DateTimeParseException;

/** Times in requests. */
final class RequestTimes {
    private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

    private RequestTimes() {}

    /** Milliseconds since 1970 UTC. */
    static long millis(String field, String text) {
        try {
            Instant time = Instant.parse(text);
            if (!time.isBefore(EARLIEST) && !time.isAfter(LATEST)) {
                return time.toEpochMilli();
            }
        } catch (DateTimeParseException e) {
            throw wrong(field);
        }
        throw wrong(field);
    }

    private static RingsightException wrong(String field) {
        return new RingsightException(
                ErrorCode.INVALID_REQUEST, field + " is no time.", "Maybe write 2027-01-31T00:00:00Z.");
    }
}
