package io.ringsight.api.decision;

import io.ringsight.ingest.error.ErrorCode;
import io.ringsight.ingest.error.RingsightException;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** Names of checks: UUIDs of version 7 (RFC 9562), which begin with the time. Thread-safe. */
final class CheckIds {
    private static final int VERSION = 7;

    private CheckIds() {}

    /** @param at milliseconds since 1970 UTC */
    static String next(long at) {
        var random = ThreadLocalRandom.current();
        long high = at << 16 | VERSION << 12 | random.nextInt(1 << 12);
        long low = random.nextLong() >>> 2 | Long.MIN_VALUE;
        return new UUID(high, low).toString();
    }

    /**
     * When a check was, milliseconds since 1970 UTC.
     *
     * @throws RingsightException USAGE when that is no name of a check
     */
    static long time(String checkId) {
        try {
            var id = UUID.fromString(checkId);
            if (id.version() == VERSION && id.toString().equals(checkId)) {
                return id.getMostSignificantBits() >>> 16;
            }
        } catch (IllegalArgumentException e) {
            throw wrong(e);
        }
        throw wrong(null);
    }

    private static RingsightException wrong(@org.jspecify.annotations.Nullable Throwable cause) {
        return new RingsightException(
                ErrorCode.USAGE,
                "That is not the id of a check.",
                "Maybe copy it from the header X-Check-Id, or from check_id of ./ringsight check --json.",
                cause);
    }
}
