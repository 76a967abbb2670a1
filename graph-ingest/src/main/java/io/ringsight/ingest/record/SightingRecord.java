package io.ringsight.ingest.record;

/**
 * Account USES identifier: one observation, never changed once written.
 *
 * @param accountId who
 * @param identifier what
 * @param seenAt when it happened, milliseconds since 1970 UTC
 * @param recordedAt when we learned it, milliseconds since 1970 UTC
 */
public record SightingRecord(String accountId, IdentifierRecord identifier, long seenAt, long recordedAt) {}
