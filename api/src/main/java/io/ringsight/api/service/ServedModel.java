package io.ringsight.api.service;

import io.ringsight.detect.Detection;
import io.ringsight.detect.DetectionParameters;
import io.ringsight.detect.ModelVersion;
import io.ringsight.detect.registry.ModelRegistry;
import io.ringsight.detect.risk.learned.ApplicantModel;
import io.ringsight.detect.risk.network.ApplicantNetwork;
import io.ringsight.gnn.pytorch.TorchDevice;
import io.ringsight.gnn.pytorch.TorchSettings;
import io.ringsight.ingest.progress.Progress;
import io.ringsight.ingest.snapshot.IdentityGraph;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The registered model that judged a detection, as far as it judges applicants.
 *
 * @param id of the model whose network is asked; empty where none is
 * @param network that is asked
 * @param whole whether all that the model has for applicants is here: a model that cannot be read, or used, is missing
 */
record ServedModel(Optional<String> id, Optional<ApplicantNetwork> network, boolean whole) {
    private static final Logger LOG = LoggerFactory.getLogger(ServedModel.class);
    private static final ServedModel NONE = new ServedModel(Optional.empty(), Optional.empty(), true);
    private static final ServedModel MISSING = new ServedModel(Optional.empty(), Optional.empty(), false);

    /** Of a detection that no registered model judged, none; goes over the whole snapshot otherwise. */
    static ServedModel of(ModelRegistry models, Detection detection, IdentityGraph snapshot, Progress progress) {
        Optional<String> id = ModelVersion.registered(detection.facts().modelVersion());
        if (id.isEmpty()) {
            return NONE;
        }
        try {
            Optional<ApplicantModel> model =
                    models.read(id.get()).model().risk().applicants();
            return model.map(taught ->
                            new ServedModel(id, Optional.of(network(taught, detection, snapshot, progress)), true))
                    .orElse(NONE);
        } catch (RuntimeException | LinkageError | OutOfMemoryError e) { // what native code fails with, and its memory
            LOG.warn("Applicants are judged without the network of {}.", id.get(), e);
            return MISSING;
        }
    }

    /** Goes over the whole snapshot, on the CPU: a GPU rounds otherwise, and answers are replayed. */
    static ApplicantNetwork network(
            ApplicantModel model, Detection detection, IdentityGraph snapshot, Progress progress) {
        return ApplicantNetwork.of(
                snapshot,
                detection,
                model,
                DetectionParameters.of(detection.facts()),
                TorchSettings.DEFAULT.on(TorchDevice.CPU),
                progress);
    }
}
