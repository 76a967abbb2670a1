package io.ringsight.api.http;

/** What the holder of a key may do. */
public enum Role {
    /** Checks and applications. */
    ONBOARDING,
    /** Reads rings and accounts, and judges them. */
    INVESTIGATOR,
    /** Reads rings and accounts. */
    ANALYST,
    /** Everything. */
    ADMIN
}
