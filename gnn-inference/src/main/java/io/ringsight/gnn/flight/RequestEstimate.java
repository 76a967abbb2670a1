package io.ringsight.gnn.flight;

import io.ringsight.gnn.arrow.GraphIntake;
import io.ringsight.gnn.graph.PairFeatures;
import io.ringsight.gnn.model.ModelShape;

/**
 * What a view and the network over it take, on the heap and off it, before either is there.
 *
 * @param bytes as many as that
 */
record RequestEstimate(long bytes) {

    /**
     * For A accounts of f columns, N identifiers, P pairs, width w and L layers: the view 4 A (f + 6) + 9 N + P (24 + 4 * 18); its
     * tensors and the labels 4 A (f + 3); the graph, as {@link io.ringsight.gnn.pytorch.SageGraph} says and its integers, with the
     * messages and gates of the work in between.
     */
    static RequestEstimate of(GraphIntake.Size size, ModelShape shape) {
        long accounts = size.accounts();
        long pairs = size.pairs();
        long identifiers = size.identifiers();
        long columns = size.schema().accounts().size();
        long view = 4 * accounts * (columns + 6) + 9 * identifiers + pairs * (24 + 4L * PairFeatures.WIDTH);
        long tensors = 4 * accounts * (columns + 3);
        long graph = 8 * accounts * shape.width()
                + 4 * identifiers * (shape.layers() * (shape.width() + 1L) + 5)
                + 8 * pairs * (shape.layers() + 4L);
        return new RequestEstimate(view + tensors + graph);
    }

    String megabytes() {
        return megabytes(bytes);
    }

    static String megabytes(long bytes) {
        return Math.ceilDiv(bytes, 1_000_000L) + " MB";
    }
}
