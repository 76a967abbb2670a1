package io.ringsight.ingest.neo4j;

import io.ringsight.ingest.record.SightingRecord;
import io.ringsight.ingest.record.Token;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/** A sighting is one (account, identifier, moment): said twice, the earlier recording stands. */
final class Sightings {
    private record Moment(Token token, long seenAt) {}

    private Sightings() {}

    /** The sightings of one account without repetitions. */
    static List<SightingRecord> distinct(List<SightingRecord> sightings) {
        if (sightings.size() < 2) {
            return sightings;
        }
        var distinct = new LinkedHashMap<Moment, SightingRecord>();
        for (SightingRecord sighting : sightings) {
            distinct.merge(
                    new Moment(sighting.identifier().token(), sighting.seenAt()),
                    sighting,
                    (a, b) -> a.recordedAt() <= b.recordedAt() ? a : b);
        }
        return distinct.size() == sightings.size() ? sightings : new ArrayList<>(distinct.values());
    }
}
