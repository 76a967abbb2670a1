package io.ringsight.api.pipeline;

import io.ringsight.detect.evaluation.EvaluationData;
import io.ringsight.ingest.error.ErrorCode;
import io.ringsight.ingest.error.RingsightException;
import io.ringsight.ingest.intake.Intake;
import io.ringsight.ingest.progress.Progress;
import io.ringsight.ingest.record.AccountLabel;
import io.ringsight.ingest.record.AccountTruth;
import io.ringsight.ingest.record.IdentifierTypes;
import io.ringsight.ingest.snapshot.IdentityGraph;
import io.ringsight.ingest.snapshot.IdentityGraphBuilder;
import io.ringsight.ingest.source.LabelReader;
import io.ringsight.ingest.source.Rejection;
import io.ringsight.ingest.source.RejectionSink;
import io.ringsight.ingest.source.TruthReader;
import io.ringsight.ingest.tokenise.KeySets;
import io.ringsight.ingest.vault.Vault;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Reads the files of an evaluation and counts what had to be left out. Not thread-safe. */
final class EvaluationInput {
    private final IdentifierTypes types;
    private final RejectionSink sink;
    private long rejections;

    EvaluationInput(IdentifierTypes types, RejectionSink sink) {
        this.types = types;
        this.sink = sink;
    }

    EvaluationData read(EvaluationFiles files, Progress progress) {
        // the truth first: what is wrong with it shows before the long work
        List<AccountTruth> truths = truths(files.truth());
        List<AccountLabel> labels = labels(files.labels());
        return new EvaluationData(graph(files.applications(), progress), truths, labels);
    }

    List<AccountTruth> truths(Path file) {
        return TruthReader.read(file, this::reject);
    }

    List<AccountLabel> labels(Optional<Path> file) {
        return file.map(labels -> LabelReader.read(labels, this::reject)).orElse(List.of());
    }

    IdentityGraph graph(Path applications, Progress progress) {
        var builder = new IdentityGraphBuilder(types);
        new Intake(types, KeySets.ephemeral(types), Vault.off())
                .run(List.of(applications), builder, this::reject, progress);
        IdentityGraph graph = builder.build();
        if (graph.accountCount() == 0) {
            throw new RingsightException(
                    ErrorCode.INPUT_MALFORMED,
                    "There is no usable application in " + applications + ".",
                    "Maybe rejected.jsonl, beside the report, says why.");
        }
        return graph;
    }

    /** Rows, identifiers and fields left out. */
    long rejections() {
        return rejections;
    }

    private void reject(Rejection rejection) {
        rejections++;
        sink.reject(rejection);
    }
}
