package io.ringsight.gnn.training;

import io.ringsight.gnn.graph.PairFeatures;
import io.ringsight.gnn.model.ModelShape;
import io.ringsight.ingest.error.ErrorCode;
import io.ringsight.ingest.error.RingsightException;
import java.util.List;

/**
 * What the views weigh off the heap once they are loaded, beside the heap they lie in already.
 *
 * @param nativeBytes of feature tensors
 * @param what in words, with its numbers
 */
public record MemoryEstimate(long nativeBytes, String what) {
    public static MemoryEstimate of(List<TrainingView> views, ModelShape shape) {
        long accounts = 0;
        long pairs = 0;
        for (TrainingView view : views) {
            accounts += view.view().graph().accountCount();
            pairs += view.view().graph().pairCount();
        }
        long bytes = Float.BYTES * (accounts * shape.accountFeatures() + pairs * PairFeatures.WIDTH);
        String what = views.size() + " views with " + accounts + " accounts of " + shape.accountFeatures()
                + " columns and " + pairs + " pairs of " + PairFeatures.WIDTH;
        return new MemoryEstimate(bytes, what);
    }

    /** @throws RingsightException with {@code TOO_LARGE} when the JVM may not have that much; nothing was allocated yet */
    void require(Runtime runtime) {
        require(runtime.maxMemory());
    }

    /** @param most bytes off the heap: as much as the heap may have, unless -XX:MaxDirectMemorySize says otherwise */
    void require(long most) {
        if (nativeBytes > most) {
            throw new RingsightException(
                    ErrorCode.TOO_LARGE,
                    "Training on " + what + " takes " + (nativeBytes >> 20) + " MB off the heap; there are "
                            + (most >> 20) + " MB.",
                    "Maybe use fewer views, or give the JVM more with -Xmx.");
        }
    }
}
