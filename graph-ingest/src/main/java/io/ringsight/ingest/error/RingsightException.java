package io.ringsight.ingest.error;

import org.jspecify.annotations.Nullable;

/**
 * A failure that a person can act on. The message says what and where; the hint, a second line, starts with "Maybe".
 * Neither ever holds a raw identifier.
 */
public final class RingsightException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ErrorCode code;
    private final String hint;

    public RingsightException(ErrorCode code, String message, String hint) {
        this(code, message, hint, null);
    }

    public RingsightException(ErrorCode code, String message, String hint, @Nullable Throwable cause) {
        super(message, cause);
        this.code = code;
        this.hint = hint;
    }

    public ErrorCode code() {
        return code;
    }

    /** One sentence that starts with "Maybe", or an empty string. */
    public String hint() {
        return hint;
    }
}
