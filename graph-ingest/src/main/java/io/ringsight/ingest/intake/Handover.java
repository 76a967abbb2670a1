package io.ringsight.ingest.intake;

import io.ringsight.ingest.record.SightingRecord;
import io.ringsight.ingest.record.TokenisedApplication;
import io.ringsight.ingest.record.TokenisedSink;
import io.ringsight.ingest.source.Rejection;
import io.ringsight.ingest.source.Rejection.Scope;
import io.ringsight.ingest.source.RejectionSink;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Gives batches to the sink, in order and from one thread, and counts. */
final class Handover {
    private final TokenisedSink sink;
    private final RejectionSink rejections;
    private final Map<String, Long> unverified = new HashMap<>();
    private final long[] rejected = new long[Scope.values().length];
    private long applications;
    private long sightings;

    Handover(TokenisedSink sink, RejectionSink rejections) {
        this.sink = sink;
        this.rejections = rejections;
    }

    /** @return how many records that were */
    long take(TokenisedBatch batch) {
        batch.notes().rejections().forEach(this::reject);
        batch.notes().unverified().forEach((type, count) -> unverified.merge(type, count, Long::sum));
        for (TokenisedApplication application : batch.applications()) {
            sink.application(application);
            applications++;
            sightings += application.sightings().size();
        }
        List<SightingRecord> known = new ArrayList<>();
        for (TokenisedBatch.Late late : batch.late()) {
            if (sink.knows(late.accountId())) {
                known.addAll(late.sightings());
            } else {
                reject(new Rejection(
                        Scope.RECORD,
                        Optional.of(late.accountId()),
                        late.origin().at("account_id"),
                        "is not a known account"));
            }
        }
        if (!known.isEmpty()) {
            sink.sightings(known);
            sightings += known.size();
        }
        return batch.applications().size() + (long) batch.late().size();
    }

    private void reject(Rejection rejection) {
        rejected[rejection.scope().ordinal()]++;
        rejections.reject(rejection);
    }

    IntakeReport report() {
        return new IntakeReport(
                applications,
                sightings,
                unverified,
                rejected[Scope.RECORD.ordinal()],
                rejected[Scope.IDENTIFIER.ordinal()],
                rejected[Scope.FIELD.ordinal()]);
    }
}
