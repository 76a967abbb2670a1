package io.ringsight.api.service;

import io.ringsight.detect.Detection;
import io.ringsight.detect.disposition.Disposition;
import io.ringsight.detect.disposition.Judgements;
import io.ringsight.detect.incremental.LiveDetection;
import io.ringsight.detect.neo4j.DetectionStore;
import io.ringsight.detect.neo4j.DispositionStore;
import io.ringsight.detect.neo4j.EpochReader;
import io.ringsight.detect.neo4j.LineageStore;
import io.ringsight.detect.registry.ModelRegistry;
import io.ringsight.ingest.neo4j.SnapshotReader;
import io.ringsight.ingest.neo4j.Store;
import io.ringsight.ingest.neo4j.StoreSnapshot;
import io.ringsight.ingest.progress.Progress;
import io.ringsight.ingest.record.IdentifierTypes;
import java.util.List;
import java.util.Optional;

/** What a service knew, read again from the store. */
public final class PastState {
    private PastState() {}

    /**
     * What answered, as it was.
     *
     * @param live a detection that was put back
     * @param model whose network it asked, if it asked one
     */
    public record Answering(LiveDetection live, Optional<String> model) {}

    /**
     * What answered, as it was: a detection, the snapshot that was read with it, and what had come in since. Reads the whole graph of then.
     *
     * @param at when it was asked, milliseconds since 1970 UTC: dispositions expire
     * @return empty when the store keeps the detection of then no more
     */
    public static Optional<Answering> of(
            Store store, IdentifierTypes types, ModelRegistry models, ServedState state, long at, Progress progress) {
        Optional<Detection> detection = DetectionStore.read(store, state.detection());
        if (detection.isEmpty()) {
            return Optional.empty();
        }
        List<Disposition> heeded = DispositionStore.read(store).dispositions().stream()
                .filter(disposition -> disposition.number() <= state.dispositions())
                .toList();
        StoreSnapshot snapshot = SnapshotReader.upTo(store, types, state.snapshotSequence(), progress);
        LiveDetection live =
                EpochReader.live(snapshot, detection.get(), LineageStore.history(store, state.detection()));
        Optional<String> asked = Optional.empty();
        if (state.network().isPresent()) {
            ServedModel model = ServedModel.of(models, detection.get(), snapshot.graph(), progress);
            live.ask(model.network());
            asked = model.id();
        }
        long published = LineageStore.epoch(store, state.detection())
                .map(LineageStore.Epoch::at)
                .orElse(Long.MIN_VALUE);
        EpochReader.follow(store, live, heeded, published, state.snapshotSequence(), state.appliedSequence());
        live.follow(Judgements.at(heeded, at), state.dispositions(), at);
        return Optional.of(new Answering(live, asked));
    }
}
