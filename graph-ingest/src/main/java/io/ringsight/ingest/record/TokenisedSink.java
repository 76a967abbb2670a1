package io.ringsight.ingest.record;

import java.util.List;

/** Where tokenised records go: the store's writer, or a snapshot builder. */
public interface TokenisedSink {

    /** Takes an application, or a revision of one that it took before. */
    void application(TokenisedApplication application);

    /** Whether an account of that id was taken before, now or in an earlier run. */
    boolean knows(String accountId);

    /** Takes further sightings of accounts that it {@linkplain #knows knows}. */
    void sightings(List<SightingRecord> sightings);
}
