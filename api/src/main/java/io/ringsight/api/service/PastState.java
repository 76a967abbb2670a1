package io.ringsight.api.service;

import io.ringsight.detect.Detection;
import io.ringsight.detect.check.Check;
import io.ringsight.detect.disposition.Disposition;
import io.ringsight.detect.disposition.Judgements;
import io.ringsight.detect.neo4j.DetectionStore;
import io.ringsight.detect.neo4j.DispositionStore;
import io.ringsight.ingest.neo4j.SnapshotReader;
import io.ringsight.ingest.neo4j.Store;
import io.ringsight.ingest.progress.Progress;
import io.ringsight.ingest.record.IdentifierTypes;
import io.ringsight.ingest.snapshot.IdentityGraph;
import java.util.List;
import java.util.Optional;

/** What a service knew, read again from the store. */
public final class PastState {
    private PastState() {}

    /**
     * The check as it was. Reads the whole graph of then.
     *
     * @param at when it was asked, milliseconds since 1970 UTC: dispositions expire
     * @return empty when the store keeps the detection of then no more
     */
    public static Optional<Check> check(
            Store store, IdentifierTypes types, ServedState state, long at, Progress progress) {
        Optional<Detection> detection = DetectionStore.read(store, state.detection());
        if (detection.isEmpty()) {
            return Optional.empty();
        }
        IdentityGraph graph = SnapshotReader.upTo(store, types, state.appliedSequence(), progress)
                .graph();
        List<Disposition> heeded = DispositionStore.read(store).dispositions().stream()
                .filter(disposition -> disposition.number() <= state.dispositions())
                .toList();
        return Optional.of(Knowledge.check(graph, detection.get()).under(Judgements.at(heeded, at)));
    }
}
