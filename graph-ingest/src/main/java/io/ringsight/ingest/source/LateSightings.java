package io.ringsight.ingest.source;

import java.util.List;

/** What an account that is known presented later. */
public record LateSightings(String accountId, List<PresentedIdentifier> identifiers) {
    public LateSightings {
        identifiers = List.copyOf(identifiers);
    }

    /** Never shows what was presented. */
    @Override
    public String toString() {
        return "LateSightings[" + accountId + ", " + identifiers.size() + " identifiers]";
    }
}
