package io.ringsight.gnn.arrow;

import io.ringsight.ingest.error.ErrorCode;
import io.ringsight.ingest.error.RingsightException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.List;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.types.pojo.ArrowType;
import org.apache.arrow.vector.types.pojo.Field;
import org.apache.arrow.vector.types.pojo.Schema;

/** Collects the batches of embeddings, in order. Not thread-safe until all have come. */
public final class EmbeddingsIntake {
    private final int width;
    private final float[] logOdds;
    private final FloatBuffer embeddings; // float32[accounts][width]
    private int taken;

    private EmbeddingsIntake(int accounts, int width) {
        long bytes = (long) accounts * width * Float.BYTES;
        if (bytes > Integer.MAX_VALUE) {
            throw new RingsightException(
                    ErrorCode.TOO_LARGE,
                    "Embeddings of " + accounts + " accounts, " + width + " wide, do not fit one buffer of "
                            + Integer.MAX_VALUE + " bytes.",
                    "Maybe ask for fewer accounts at once, or train a narrower model.");
        }
        this.width = width;
        this.logOdds = new float[accounts];
        this.embeddings = ByteBuffer.allocateDirect((int) bytes)
                .order(ByteOrder.nativeOrder())
                .asFloatBuffer();
    }

    /** @param accounts how many have to come */
    public static EmbeddingsIntake of(Schema schema, int accounts) {
        List<Field> fields = schema.getFields();
        if (fields.size() == 2 && fields.getLast().getType() instanceof ArrowType.FixedSizeList list) {
            int width = list.getListSize();
            if (width > 0 && fields.equals(GraphSchema.embeddings(width))) {
                return new EmbeddingsIntake(accounts, width);
            }
        }
        throw malformed("The table of embeddings has the columns " + fields, "another version of Ringsight made it");
    }

    public void take(VectorSchemaRoot batch) {
        int count = batch.getRowCount();
        if (count > logOdds.length - taken) {
            throw malformed(
                    "There are embeddings of more than the " + logOdds.length + " accounts of the view",
                    "they are of another view");
        }
        try {
            Columns.floats(batch, "log_odds").get(logOdds, taken, count);
            embeddings.put(taken * width, Columns.floats(batch, "embedding"), 0, count * width);
        } catch (IndexOutOfBoundsException | ArithmeticException e) {
            throw malformed("A batch of embeddings has less in it than the rows it claims", "it was cut short");
        }
        taken += count;
    }

    /** That all have come. */
    public void finish() {
        if (taken != logOdds.length) {
            throw malformed(
                    "There are embeddings of " + taken + " accounts where the view has " + logOdds.length,
                    "the other side was stopped midway");
        }
    }

    public int width() {
        return width;
    }

    /** float32[accounts], not copied. */
    public float[] logOdds() {
        return logOdds;
    }

    /** Copies float32[last - first][width]. */
    public void copy(int first, int last, FloatBuffer target) {
        target.put(embeddings.slice(first * width, (last - first) * width));
    }

    private static RingsightException malformed(String what, String maybe) {
        return new RingsightException(ErrorCode.INPUT_MALFORMED, what + ".", "Maybe " + maybe + ".");
    }
}
