package io.ringsight.ingest.record;

/**
 * What somebody learned about an account, late.
 *
 * @param labelledAt when it was learned, milliseconds since 1970 UTC
 */
public record AccountLabel(String accountId, Verdict verdict, long labelledAt) {
    /** The two labels there are. */
    public enum Verdict {
        FRAUD,
        LEGIT
    }
}
