package io.ringsight.api.http;

import io.ringsight.ingest.error.ErrorCode;
import io.ringsight.ingest.error.RingsightException;

/** How much one request may bring. */
final class RequestLimits {
    /** Bytes of one application. */
    static final int SINGLE = 256 * 1024;
    /** Bytes of a bulk body; the server's own limit is the same. */
    static final int BULK = 32 * 1024 * 1024;

    /** Lines of a bulk body: each has a line of answer. */
    static final int LINES = 100_000;
    /** Rejections that the answer to one line tells. */
    static final int REJECTIONS = 100;

    private RequestLimits() {}

    /** Before any of them is read. */
    static void lines(byte[] body) {
        int lines = 1;
        for (byte next : body) {
            if (next == '\n') {
                lines++;
            }
        }
        if (lines > LINES) {
            throw new RingsightException(
                    ErrorCode.TOO_LARGE,
                    "A body of " + lines + " lines is longer than " + LINES + ".",
                    "Maybe send it in parts.");
        }
    }

    static void single(byte[] body) {
        if (body.length > SINGLE) {
            throw new RingsightException(
                    ErrorCode.TOO_LARGE,
                    "An application of " + body.length + " bytes is larger than " + SINGLE + ".",
                    "Maybe send many applications as NDJSON to /v1/applications.");
        }
    }
}
