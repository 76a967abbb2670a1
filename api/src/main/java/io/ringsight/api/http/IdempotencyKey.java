package io.ringsight.api.http;

import io.ringsight.ingest.error.ErrorCode;
import io.ringsight.ingest.error.RingsightException;

/** The header of draft-ietf-httpapi-idempotency-key-header. */
final class IdempotencyKey {
    static final String HEADER = "Idempotency-Key";

    private static final int LONGEST = 255;

    private IdempotencyKey() {}

    /** The key without the quotes that the draft puts around it and that many leave out. */
    static String checked(String header) {
        String key = header.strip();
        if (key.length() > 2 && key.startsWith("\"") && key.endsWith("\"")) {
            key = key.substring(1, key.length() - 1);
        }
        if (key.isEmpty() || key.length() > LONGEST || !key.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
            throw new RingsightException(
                    ErrorCode.INVALID_REQUEST,
                    HEADER + " is not a word of 1 to " + LONGEST + " visible ASCII characters.",
                    "Maybe send a UUID.");
        }
        return key;
    }
}
