package io.ringsight.gnn.embedding;

import io.ringsight.gnn.arrow.BatchLimits;
import io.ringsight.gnn.arrow.RowBatch;
import io.ringsight.gnn.arrow.SnapshotBatches;
import io.ringsight.gnn.pytorch.TorchSession;
import io.ringsight.gnn.pytorch.TorchSession.Matrix;
import io.ringsight.gnn.pytorch.TorchSettings;
import io.ringsight.ingest.error.ErrorCode;
import io.ringsight.ingest.error.RingsightException;
import io.ringsight.ingest.progress.Progress;
import io.ringsight.ingest.snapshot.IdentityGraph;
import java.nio.ByteOrder;
import org.apache.arrow.memory.ArrowBuf;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;

/**
 * Fast random projection (Chen, Sultan, Tian, Chen, Skiena: Fast and accurate network embeddings via very sparse random
 * projection, CIKM 2019, arXiv 1908.11512) on the bipartite graph of accounts and identifiers.
 *
 * <p>Accounts start from {@linkplain RandomProjection sparse random rows} R, identifiers from zero. One step is account →
 * identifier → account: an identifier i takes the mean of its d accounts; an account takes the mean of its identifiers,
 * weighted by d^strength (at strength below 0 a hub says less). With P the matrix of that step, the embedding is the sum
 * over k of w_k times P^k R, each row brought to length 1 first. An account without identifiers gets zeros.
 *
 * <p>Randomness: R alone, a function of (seed, account id). So rows depend neither on token keys nor, beyond float
 * rounding, on the numbering of nodes; the same snapshot gives the same bytes on CPU at any thread count.
 *
 * <p>Time O(steps * pairs * dimension); memory 4 * dimension * (2 A + I) bytes beside the batches. Thread-safe.
 */
public final class FastRp implements Embedder {
    private final FastRpParameters parameters;
    private final TorchSettings settings;
    private final BatchLimits limits;

    public FastRp(FastRpParameters parameters) {
        this(parameters, TorchSettings.DEFAULT);
    }

    public FastRp(FastRpParameters parameters, TorchSettings settings) {
        this(parameters, settings, BatchLimits.DEFAULT);
    }

    FastRp(FastRpParameters parameters, TorchSettings settings, BatchLimits limits) {
        this.parameters = parameters;
        this.settings = settings;
        this.limits = limits;
    }

    @Override
    public String name() {
        return "fastrp";
    }

    @Override
    public AccountEmbeddings embed(IdentityGraph graph, Progress progress) {
        progress.begin("embedding", 1L + parameters.iterationWeights().size());
        try (BufferAllocator allocator = new RootAllocator();
                var batches =
                        SnapshotBatches.of(graph, parameters.normalisationStrength(), limits, allocator, progress);
                var session = TorchSession.start(settings)) {
            return embed(batches, session, allocator, progress);
        } catch (ExceptionInInitializerError | NoClassDefFoundError failure) {
            throw new RingsightException(
                    ErrorCode.ENGINE_UNAVAILABLE,
                    "Arrow cannot reach memory off the heap.",
                    "Maybe the JVM was started without --add-opens=java.base/java.nio=ALL-UNNAMED.",
                    failure);
        } finally {
            progress.end();
        }
    }

    private AccountEmbeddings embed(
            SnapshotBatches batches, TorchSession session, BufferAllocator allocator, Progress progress) {
        Matrix accounts = session.zeros(batches.accountCount(), parameters.dimension());
        Matrix identifiers = session.zeros(batches.identifierCount(), parameters.dimension());
        project(batches, accounts, session, allocator);
        progress.advance(1);
        var embeddings = new ArrowEmbeddings(batches.accountCount(), parameters.dimension(), session.device());
        try {
            for (double weight : parameters.iterationWeights()) {
                step(batches, accounts, identifiers, session, progress);
                for (int row = 0; row < embeddings.accountCount(); row += ArrowEmbeddings.ROWS) {
                    session.addNormalised(accounts, row, embeddings.rowsFrom(row), weight, embeddings.chunk(row));
                }
                progress.advance(1);
            }
            return embeddings;
        } catch (RuntimeException | Error failure) {
            embeddings.close();
            throw failure;
        }
    }

    private void project(SnapshotBatches batches, Matrix accounts, TorchSession session, BufferAllocator allocator) {
        var projection = new RandomProjection(parameters.seed(), parameters.dimension());
        float[] row = new float[parameters.dimension()];
        for (RowBatch batch : batches.accounts()) {
            long bytes = (long) batch.rows() * row.length * Float.BYTES;
            try (ArrowBuf rows = allocator.buffer(bytes)) {
                var numbers = rows.nioBuffer(0, Math.toIntExact(bytes))
                        .order(ByteOrder.nativeOrder())
                        .asFloatBuffer();
                for (int index = 0; index < batch.rows(); index++) {
                    projection.row(batch.idHashes().getLong((long) index * Long.BYTES), row);
                    numbers.put(row);
                }
                session.put(rows, batch.rows(), accounts, batch.firstRow());
            }
        }
    }

    private static void step(
            SnapshotBatches batches, Matrix accounts, Matrix identifiers, TorchSession session, Progress progress) {
        for (RowBatch batch : batches.identifiers()) {
            progress.check();
            session.aggregate(batch, accounts, identifiers);
        }
        for (RowBatch batch : batches.accounts()) {
            progress.check();
            session.aggregate(batch, identifiers, accounts);
        }
    }
}
