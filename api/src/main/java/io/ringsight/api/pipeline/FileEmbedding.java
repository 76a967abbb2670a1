package io.ringsight.api.pipeline;

import io.ringsight.detect.cluster.ComponentEngine;
import io.ringsight.detect.risk.network.EvidencedView;
import io.ringsight.gnn.arrow.GraphFiles;
import io.ringsight.gnn.graph.GraphView;
import io.ringsight.gnn.inference.ViewScorer;
import io.ringsight.gnn.inference.ViewScores;
import io.ringsight.gnn.training.LabelColumns;
import io.ringsight.ingest.error.ErrorCode;
import io.ringsight.ingest.error.RingsightException;
import io.ringsight.ingest.intake.Intake;
import io.ringsight.ingest.intake.IntakeReport;
import io.ringsight.ingest.progress.Progress;
import io.ringsight.ingest.record.AccountLabel;
import io.ringsight.ingest.record.IdentifierTypes;
import io.ringsight.ingest.snapshot.IdentityGraph;
import io.ringsight.ingest.snapshot.IdentityGraphBuilder;
import io.ringsight.ingest.source.LabelReader;
import io.ringsight.ingest.source.RejectionFile;
import io.ringsight.ingest.tokenise.KeySets;
import io.ringsight.ingest.vault.Vault;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;

/** Applications in, an Arrow file with embeddings and log odds of fraud out, no store at all. */
public final class FileEmbedding {
    private static final int CHUNK = 1 << 15;

    private final IdentifierTypes types;
    private final OptionalLong asOf;

    /** @param asOf nothing later than this is used, milliseconds since 1970 UTC */
    public FileEmbedding(IdentifierTypes types, OptionalLong asOf) {
        this.types = types;
        this.asOf = asOf;
    }

    /**
     * What became of it.
     *
     * @param accounts rows of the file
     * @param width numbers of an embedding
     */
    public record Result(IntakeReport intake, int accounts, int width) {}

    /** What was left out goes into {@code rejected.jsonl} beside {@code out}. */
    public Result run(Path applications, Optional<Path> labelFile, ViewScorer scorer, Path out, Progress progress) {
        try (var rejected = new RejectionFile(out.toAbsolutePath().resolveSibling("rejected.jsonl"))) {
            var builder = new IdentityGraphBuilder(types);
            IntakeReport intake = new Intake(types, KeySets.ephemeral(types), Vault.off())
                    .run(List.of(applications), builder, rejected, progress);
            IdentityGraph snapshot = snapshot(builder.build(), applications);
            List<AccountLabel> labels =
                    labelFile.map(file -> LabelReader.read(file, rejected)).orElse(List.of());
            byte[] known = LabelColumns.of(snapshot, labels).at(asOf.orElse(Long.MAX_VALUE - 1));
            var parameters = DetectionSettings.defaults().parameters();
            GraphView view = EvidencedView.of(snapshot, parameters, ComponentEngine.jvm(), progress)
                    .view();
            try (ViewScores scores = scorer.score(view, known, progress)) {
                write(snapshot, scores, out);
                return new Result(intake, snapshot.accountCount(), scores.width());
            }
        }
    }

    private IdentityGraph snapshot(IdentityGraph all, Path applications) {
        IdentityGraph then = asOf.isPresent() ? all.asOf(asOf.getAsLong()) : all;
        if (then.accountCount() == 0) {
            throw new RingsightException(
                    ErrorCode.INPUT_MALFORMED,
                    "There is no usable application in " + applications + ".",
                    "Maybe rejected.jsonl, beside the result, says why, or all came after --as-of.");
        }
        return then;
    }

    /** In the order of the ids, which is the same whatever numbers the snapshot gave. */
    private static void write(IdentityGraph snapshot, ViewScores scores, Path out) {
        int accounts = snapshot.accountCount();
        int[] order = IntStream.range(0, accounts).map(snapshot::accountByRank).toArray();
        long bytes = (long) accounts * scores.width() * Float.BYTES;
        FloatBuffer embeddings = ByteBuffer.allocateDirect(Math.toIntExact(bytes))
                .order(ByteOrder.nativeOrder())
                .asFloatBuffer();
        for (int first = 0; first < accounts; first += CHUNK) {
            scores.copyEmbeddings(first, Math.min(accounts, first + CHUNK), embeddings);
        }
        GraphFiles.writeEmbeddings(
                out,
                row -> snapshot.accountId(order[row]).getBytes(StandardCharsets.UTF_8),
                order,
                scores.logOdds(),
                embeddings.rewind(),
                scores.width());
    }
}
