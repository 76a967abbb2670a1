package io.ringsight.ingest.intake;

import io.ringsight.ingest.record.SightingRecord;
import io.ringsight.ingest.record.TokenisedApplication;
import io.ringsight.ingest.record.TokenisedSink;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Remembers everything, in order. */
final class CollectingSink implements TokenisedSink {
    final List<TokenisedApplication> applications = new ArrayList<>();
    final List<SightingRecord> late = new ArrayList<>();
    final Set<String> known = new HashSet<>();

    @Override
    public void application(TokenisedApplication application) {
        applications.add(application);
        known.add(application.account().accountId());
    }

    @Override
    public boolean knows(String accountId) {
        return known.contains(accountId);
    }

    @Override
    public void sightings(List<SightingRecord> sightings) {
        late.addAll(sightings);
    }
}
