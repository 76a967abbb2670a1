package io.ringsight.detect.evaluation;

/** A contender cannot learn from these data. The others go on; its metrics are undefined for this reason. */
public final class UntrainableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String reason;

    /** @param reason for people, without a full stop: {@code no account is labelled legit} */
    public UntrainableException(String reason) {
        super("Cannot be trained: " + reason + ".");
        this.reason = reason;
    }

    public String reason() {
        return reason;
    }
}
