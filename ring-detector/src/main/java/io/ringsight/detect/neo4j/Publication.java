package io.ringsight.detect.neo4j;

import io.ringsight.detect.lineage.Causes;
import io.ringsight.detect.lineage.Interim;

/**
 * What a detection is published with.
 *
 * @param base number of the detection that was published when its snapshot was read, which it follows; 0 for none
 * @param since what was learned since that one
 * @param moment what it knows nothing after, milliseconds since 1970 UTC
 * @param dispositions number of the last disposition that it heeded; 0 for none
 * @param interim what became of rings since the one that it follows
 * @param sequence the newest log sequence number that its snapshot can hold
 * @param at when it is published, milliseconds since 1970 UTC
 * @param kept how many detections before it stay in the store, at least 1 for whoever is reading it
 */
public record Publication(
        long base, Causes since, long moment, long dispositions, Interim interim, long sequence, long at, int kept) {
    /** How many detections stay unless somebody says otherwise. */
    public static final int KEPT = 7;

    public Publication {
        if (kept < 1) {
            throw new IllegalArgumentException("At least the detection before stays, but " + kept + " are kept.");
        }
    }

    /** One that keeps the usual number, and nothing became of rings. */
    public Publication(long base, Causes since, long moment, long dispositions, long sequence, long at) {
        this(base, since, moment, dispositions, Interim.NONE, sequence, at, KEPT);
    }
}
