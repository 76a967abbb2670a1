package io.ringsight.ingest.neo4j;

import io.ringsight.ingest.snapshot.IdentityGraph;

/**
 * A snapshot read from a store.
 *
 * @param sequence the newest log sequence number that it can hold
 */
public record StoreSnapshot(IdentityGraph graph, long sequence) {}
