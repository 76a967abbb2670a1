package io.ringsight.gnn.model;

import java.util.ArrayList;
import java.util.List;

/**
 * Where each parameter lies in the one flat array of all of them. One array: one gradient, one norm to clip, one optimiser state,
 * one file. Matrices are row-major [in][out].
 */
public final class ParameterLayout {
    private final ModelShape shape;
    private final List<Part> parts = new ArrayList<>();
    private int size;

    /** @param start where it begins; rows * columns numbers from there are its own */
    public record Part(String name, int start, int rows, int columns) {
        public int size() {
            return rows * columns;
        }
    }

    public ParameterLayout(ModelShape shape) {
        this.shape = shape;
        int width = shape.width();
        add("encode_weight", shape.accountFeatures(), width);
        add("encode_bias", 1, width);
        add("encode_scale", 1, width);
        add("encode_shift", 1, width);
        add("gate_weight", shape.pairFeatures(), shape.gates());
        add("gate_bias", shape.relations(), shape.gates());
        for (int layer = 1; layer <= shape.layers(); layer++) {
            add("message_weight_" + layer, width, width);
            add("message_bias_" + layer, 1, width);
            add("relation_" + layer, shape.relations(), width);
            add("update_weight_" + layer, 3 * width, width);
            add("update_bias_" + layer, 1, width);
            add("norm_scale_" + layer, 1, width);
            add("norm_shift_" + layer, 1, width);
        }
        add("hidden_weight", width + 2, ModelShape.HIDDEN);
        add("hidden_bias", 1, ModelShape.HIDDEN);
        add("risk_weight", ModelShape.HIDDEN, 1);
        add("risk_bias", 1, 1);
        add("query_weight", width, width);
    }

    private void add(String name, int rows, int columns) {
        parts.add(new Part(name, size, rows, columns));
        size += rows * columns;
    }

    public ModelShape shape() {
        return shape;
    }

    /** How many numbers all parameters are. */
    public int size() {
        return size;
    }

    public List<Part> parts() {
        return List.copyOf(parts);
    }

    public Part part(String name) {
        return parts.stream()
                .filter(part -> part.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no parameter " + name + "."));
    }
}
