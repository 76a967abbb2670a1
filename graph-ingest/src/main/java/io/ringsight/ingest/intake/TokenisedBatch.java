package io.ringsight.ingest.intake;

import io.ringsight.ingest.record.SightingRecord;
import io.ringsight.ingest.record.TokenisedApplication;
import io.ringsight.ingest.source.LateIdentifier;
import io.ringsight.ingest.source.Origin;
import io.ringsight.ingest.source.SourceBatch;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;

/** What became of a batch of records. */
record TokenisedBatch(List<TokenisedApplication> applications, List<Late> late, Notes notes) {

    /** Sightings of an account that has to be known by the time they are handed on. */
    record Late(String accountId, Origin origin, List<SightingRecord> sightings) {}

    static TokenisedBatch of(SourceBatch source, Tokeniser tokeniser) {
        var notes = new Notes();
        source.rejections().forEach(notes::reject);
        List<TokenisedApplication> applications =
                new ArrayList<>(source.applications().size());
        source.applications()
                .forEach(application ->
                        applications.add(tokeniser.application(application, OptionalLong.empty(), notes)));
        List<Late> late = new ArrayList<>(source.late().size());
        for (LateIdentifier identifier : source.late()) {
            List<SightingRecord> sightings = tokeniser.late(identifier, OptionalLong.empty(), notes);
            if (!sightings.isEmpty()) {
                late.add(
                        new Late(identifier.accountId(), identifier.identifier().origin(), sightings));
            }
        }
        notes.rejections()
                .sort(Comparator.comparingLong(rejection -> rejection.origin().line()));
        return new TokenisedBatch(applications, late, notes);
    }
}
