package io.ringsight.detect.neo4j;

import io.ringsight.detect.lineage.Causes;

/**
 * What a detection is published with.
 *
 * @param base number of the detection that was published when its snapshot was read, which it follows; 0 for none
 * @param since what was learned since that one
 * @param moment what it knows nothing after, milliseconds since 1970 UTC
 * @param dispositions number of the last disposition that it heeded; 0 for none
 * @param at when it is published, milliseconds since 1970 UTC
 */
public record Publication(long base, Causes since, long moment, long dispositions, long at) {}
