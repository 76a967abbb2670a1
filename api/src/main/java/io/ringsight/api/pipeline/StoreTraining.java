package io.ringsight.api.pipeline;

import io.ringsight.detect.cluster.ComponentEngine;
import io.ringsight.detect.disposition.Judgements;
import io.ringsight.detect.neo4j.DispositionStore;
import io.ringsight.detect.registry.ModelBundle;
import io.ringsight.detect.registry.ModelRegistry;
import io.ringsight.detect.registry.ModelTraining;
import io.ringsight.detect.risk.learned.TrainedModel;
import io.ringsight.detect.risk.network.NetworkParameters;
import io.ringsight.gnn.pytorch.TorchSettings;
import io.ringsight.ingest.error.ErrorCode;
import io.ringsight.ingest.error.RingsightException;
import io.ringsight.ingest.neo4j.LabelStore;
import io.ringsight.ingest.neo4j.SnapshotReader;
import io.ringsight.ingest.neo4j.Store;
import io.ringsight.ingest.progress.Progress;
import io.ringsight.ingest.record.AccountLabel;
import io.ringsight.ingest.record.IdentifierTypes;
import io.ringsight.ingest.snapshot.IdentityGraph;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A candidate from what a store holds, with its labels, into the registry. */
public final class StoreTraining {
    private final IdentifierTypes types;
    private final DetectionSettings settings;
    private final Optional<Networks> networks;
    private final ModelRegistry registry;

    /** Graph networks beside the trees; with {@code resume} a training that was stopped goes on, else it starts afresh. */
    public record Networks(boolean resume) {}

    /** @param networks empty for trees alone */
    public StoreTraining(
            IdentifierTypes types, DetectionSettings settings, Optional<Networks> networks, ModelRegistry registry) {
        this.types = types;
        this.settings = settings;
        this.networks = networks;
        this.registry = registry;
    }

    /** @return the candidate, with how it did against who is champion now */
    public ModelBundle run(Store store, Progress progress) {
        IdentityGraph all = SnapshotReader.read(store, types, progress).graph();
        List<AccountLabel> labels = new ArrayList<>(LabelStore.read(store));
        labels.addAll(Judgements.at(
                        DispositionStore.read(store).dispositions(),
                        settings.asOf().orElse(System.currentTimeMillis()))
                .labels());
        if (labels.isEmpty()) {
            throw new RingsightException(
                    ErrorCode.NOT_FOUND,
                    "The store at " + store.address().uri() + " holds no label yet: nothing can be learned.",
                    "Maybe bring them in with `labels FILE` first.");
        }
        IdentityGraph snapshot =
                settings.asOf().isPresent() ? all.asOf(settings.asOf().getAsLong()) : all;
        var torch = TorchSettings.DEFAULT.on(settings.device());
        Optional<TrainedModel> champion =
                registry.champion().map(registry::read).map(ModelBundle::model).map(model -> model.on(torch));
        var training = new ModelTraining(
                settings.parameters(),
                ComponentEngine.jvm(),
                networks.map(asked -> new ModelTraining.Networks(
                        NetworkParameters.CROSS_FITTED, torch, Optional.of(registry.checkpoints(asked.resume())))),
                progress);
        ModelTraining.Trained trained = training.train(snapshot, labels, champion);
        registry.add(trained.bundle(), ModelCard.of(trained), Instant.now());
        return trained.bundle();
    }

    /** How it did, in a sentence. */
    public static String inWords(ModelBundle bundle) {
        return ModelCard.howItDid(bundle);
    }
}
