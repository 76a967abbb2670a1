package io.ringsight.ingest.record;

import java.util.List;

/** An application after normalisation and tokenisation: what writers and snapshot builders take. */
public record TokenisedApplication(AccountRecord account, List<SightingRecord> sightings) {
    public TokenisedApplication {
        sightings = List.copyOf(sightings);
    }
}
