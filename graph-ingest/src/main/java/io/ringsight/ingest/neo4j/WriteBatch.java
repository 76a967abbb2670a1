package io.ringsight.ingest.neo4j;

import io.ringsight.ingest.record.SightingRecord;
import io.ringsight.ingest.record.TokenisedApplication;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What one round of writing takes: applications in waves, so that a wave has each account at most once and a later version
 * comes in a later wave; then further sightings. Not thread-safe.
 */
final class WriteBatch {
    private final List<List<TokenisedApplication>> waves = new ArrayList<>();
    private final Map<String, Integer> occurrences = new HashMap<>();
    private final List<SightingRecord> sightings = new ArrayList<>();
    private int rows;

    void add(TokenisedApplication application) {
        int wave = occurrences.merge(application.account().accountId(), 1, Integer::sum) - 1;
        if (wave == waves.size()) {
            waves.add(new ArrayList<>());
        }
        waves.get(wave).add(application);
        rows += 1 + application.sightings().size();
    }

    void add(List<SightingRecord> more) {
        sightings.addAll(more);
        rows += more.size();
    }

    List<List<TokenisedApplication>> waves() {
        return waves;
    }

    List<SightingRecord> sightings() {
        return sightings;
    }

    /** Accounts and sightings in it. */
    int rows() {
        return rows;
    }
}
