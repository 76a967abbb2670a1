package io.ringsight.gnn.model;

import io.ringsight.gnn.graph.GraphView;
import io.ringsight.gnn.graph.PairFeatures;
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
    public static MemoryEstimate of(List<GraphView> views, ModelShape shape) {
        long accounts = 0;
        long pairs = 0;
        for (GraphView view : views) {
            accounts += view.graph().accountCount();
            pairs += view.graph().pairCount();
        }
        long bytes = Float.BYTES * (accounts * shape.accountFeatures() + pairs * PairFeatures.WIDTH);
        String what = views.size() + " views with " + accounts + " accounts of " + shape.accountFeatures()
                + " columns and " + pairs + " pairs of " + PairFeatures.WIDTH;
        return new MemoryEstimate(bytes, what);
    }

    /**
     * Before anything is allocated.
     *
     * @param most bytes off the heap: as many as the heap may have, unless -XX:MaxDirectMemorySize says otherwise
     * @throws RingsightException with {@code TOO_LARGE} when that is not enough
     */
    public void require(long most) {
        if (nativeBytes > most) {
            throw new RingsightException(
                    ErrorCode.TOO_LARGE,
                    "What the network reads, " + what + ", takes " + (nativeBytes >> 20)
                            + " MB off the heap; there are " + (most >> 20) + " MB.",
                    "Maybe use fewer views, or give the JVM more with -Xmx.");
        }
    }
}
