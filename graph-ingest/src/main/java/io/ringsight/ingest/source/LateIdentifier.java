package io.ringsight.ingest.source;

/** A further sighting of an account that an earlier file or run brought. */
public record LateIdentifier(String accountId, PresentedIdentifier identifier) {}
