package io.ringsight.api.service;

import io.ringsight.detect.Detection;
import io.ringsight.detect.DetectionParameters;
import io.ringsight.detect.DetectionRun;
import io.ringsight.detect.cluster.ComponentEngine;
import io.ringsight.detect.incremental.LiveDetection;
import io.ringsight.detect.lineage.RingHistory;
import io.ringsight.detect.neo4j.EpochReader;
import io.ringsight.detect.risk.learned.ApplicantModel;
import io.ringsight.ingest.error.ErrorCode;
import io.ringsight.ingest.error.RingsightException;
import io.ringsight.ingest.intake.Intake;
import io.ringsight.ingest.neo4j.StoreSnapshot;
import io.ringsight.ingest.progress.Progress;
import io.ringsight.ingest.record.IdentifierTypes;
import io.ringsight.ingest.record.TokenisedApplication;
import io.ringsight.ingest.snapshot.IdentityGraph;
import io.ringsight.ingest.snapshot.IdentityGraphBuilder;
import io.ringsight.ingest.source.RejectionSink;
import io.ringsight.ingest.tokenise.KeySets;
import io.ringsight.ingest.vault.Vault;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** What there is to know of an applications file, without a store: a detection in it, under keys that live as long as this. Thread-safe. */
public final class FileKnowledge {
    private final Intake intake;
    private final LiveDetection live;

    private FileKnowledge(Intake intake, LiveDetection live) {
        this.intake = intake;
        this.live = live;
    }

    /**
     * Reads the file and finds its rings, without labels.
     *
     * @param model whose network is asked about applicants
     */
    public static FileKnowledge read(
            Path applications, IdentifierTypes types, Optional<ApplicantModel> model, Progress progress) {
        var intake = new Intake(types, KeySets.ephemeral(types), Vault.off());
        var builder = new IdentityGraphBuilder(types);
        intake.run(List.of(applications), builder, RejectionSink.none(), progress);
        IdentityGraph graph = builder.build();
        if (graph.accountCount() == 0) {
            throw new RingsightException(
                    ErrorCode.INPUT_MALFORMED,
                    "There is no usable application in " + applications + ".",
                    "Maybe analyze says why.");
        }
        Detection detection = new DetectionRun(DetectionParameters.defaults(), ComponentEngine.jvm(), Optional.empty())
                .run(graph, List.of(), progress);
        LiveDetection live = EpochReader.live(new StoreSnapshot(graph, 0), detection, RingHistory.none());
        live.ask(model.map(taught -> ServedModel.network(taught, detection, graph, progress)));
        return new FileKnowledge(intake, live);
    }

    /** What answers. */
    public LiveDetection live() {
        return live;
    }

    /** An applicant under the keys of this run. */
    public TokenisedApplication tokenise(byte[] json) {
        return intake.tokenise(json, OptionalLong.empty(), RejectionSink.none());
    }
}
