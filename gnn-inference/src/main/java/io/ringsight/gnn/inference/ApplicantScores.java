package io.ringsight.gnn.inference;

import io.ringsight.gnn.graph.PairFeatures;
import io.ringsight.gnn.graph.RelationGraph;
import io.ringsight.gnn.model.GraphModel;
import io.ringsight.gnn.model.ModelShape;
import io.ringsight.gnn.model.ParameterLayout;
import io.ringsight.gnn.pytorch.SageGraph;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A network and what the shared identifiers of a view have said, to judge accounts one by one: the forward pass for a single row, in plain
 * Java, since a tensor library spends more on each of its calls than a row takes. For N shared identifiers, width w and L layers it holds
 * N (4 L (w + 1) + 13) bytes. Immutable, thread-safe.
 */
public final class ApplicantScores {
    private static final float LEAST_LOUDNESS = 0.01f; // the others of a pair are louder, or there are none
    private static final float NOT_ZERO = 1e-6f;
    private static final double NORM_FLOOR = 1e-5;
    private static final int LABELS = 2;

    private final GraphModel model;
    private final ModelShape shape;
    private final float[] parameters;
    private final Linear encode;
    private final Norm encoded;
    private final List<Layer> layers = new ArrayList<>();
    private final Linear hidden;
    private final Linear risk;
    private final int gateBias; // where it starts in parameters, as everything below
    private final int gateWeight;
    private final byte[] relation; // byte[N]
    private final SageGraph.Said said;

    private ApplicantScores(GraphModel model, byte[] relation, SageGraph.Said said) {
        this.model = model;
        this.relation = relation;
        this.said = said;
        shape = model.shape();
        parameters = model.parameters();
        var layout = new ParameterLayout(shape);
        encode = Linear.of(layout, "encode_weight", "encode_bias");
        encoded = Norm.of(layout, "encode_scale", "encode_shift");
        for (int layer = 1; layer <= shape.layers(); layer++) {
            layers.add(Layer.of(layout, layer));
        }
        hidden = Linear.of(layout, "hidden_weight", "hidden_bias");
        risk = Linear.of(layout, "risk_weight", "risk_bias");
        gateBias = layout.part("gate_bias").start();
        gateWeight = layout.part("gate_weight").start();
    }

    /** Where a matrix float[in][columns] and what is added to its product start. */
    private record Linear(int weight, int bias, int columns) {
        static Linear of(ParameterLayout layout, String weight, String bias) {
            ParameterLayout.Part part = layout.part(weight);
            return new Linear(part.start(), layout.part(bias).start(), part.columns());
        }
    }

    /** Where scales and shifts after a normalisation start. */
    private record Norm(int scale, int shift) {
        static Norm of(ParameterLayout layout, String scale, String shift) {
            return new Norm(layout.part(scale).start(), layout.part(shift).start());
        }
    }

    private record Layer(Linear message, int relation, Linear update, Norm norm) {
        static Layer of(ParameterLayout layout, int layer) {
            return new Layer(
                    Linear.of(layout, "message_weight_" + layer, "message_bias_" + layer),
                    layout.part("relation_" + layer).start(),
                    Linear.of(layout, "update_weight_" + layer, "update_bias_" + layer),
                    Norm.of(layout, "norm_scale_" + layer, "norm_shift_" + layer));
        }
    }

    static ApplicantScores of(GraphModel model, RelationGraph graph, SageGraph.Said said) {
        byte[] relation = new byte[graph.identifierCount()];
        for (int identifier = 0; identifier < relation.length; identifier++) {
            relation[identifier] = (byte) graph.type(identifier);
        }
        return new ApplicantScores(model, relation, said);
    }

    /** O(columns * width + layers * (width^2 + identifiers * width)). */
    public AccountScore score(Applicant applicant) {
        float[] row = applicant.row().clone();
        model.scaler().apply(row);
        float[][] open = gates(applicant);
        float[] state = linear(encode, row);
        relu(state);
        norm(state, encoded);
        for (int layer = 0; layer < layers.size(); layer++) {
            state = update(layer, state, applicant, open);
        }
        float[] all = Arrays.copyOf(state, state.length + LABELS);
        labels(applicant, open, all, state.length);
        float[] head = linear(hidden, all);
        relu(head);
        return new AccountScore(linear(risk, head)[0], state);
    }

    /** float[identifiers][gates]: how far each pair opens, 0.05 to 1. */
    private float[][] gates(Applicant applicant) {
        int gates = shape.gates();
        float[][] open = new float[applicant.identifiers().length][];
        for (int i = 0; i < open.length; i++) {
            int from = gateBias + relation[applicant.identifiers()[i]] * gates;
            float[] sums = Arrays.copyOfRange(parameters, from, from + gates);
            for (int column = 0; column < PairFeatures.WIDTH; column++) {
                add(sums, applicant.pairs()[i * PairFeatures.WIDTH + column], parameters, gateWeight + column * gates);
            }
            for (int gate = 0; gate < gates; gate++) {
                sums[gate] = (float) (0.05 + 0.95 / (1 + StrictMath.exp(-sums[gate])));
            }
            open[i] = sums;
        }
        return open;
    }

    /** How much of an identifier's sum is heard: attention over the loudness of the others; 0 where there are none. */
    private static float share(Applicant applicant, int i, float[] loudness, float loud, float attention) {
        float rest = loudness[applicant.identifiers()[i]] - (applicant.inside()[i] ? loud : 0);
        return rest > LEAST_LOUDNESS ? attention / rest : 0;
    }

    /** @param number of the layer, from 0 */
    private float[] update(int number, float[] state, Applicant applicant, float[][] open) {
        int width = shape.width();
        Layer layer = layers.get(number);
        float[] message = linear(layer.message(), state);
        relu(message);
        float[] sums = said.sums()[number];
        float[] heard = new float[width];
        float closeness = NOT_ZERO;
        int rested = 0;
        for (int i = 0; i < open.length; i++) {
            float loud = open[i][2 * number];
            float attention = open[i][2 * number + 1];
            float share = share(applicant, i, said.loudness()[number], loud, attention);
            if (share > 0) {
                int identifier = applicant.identifiers()[i];
                add(heard, share, sums, identifier * width);
                if (applicant.inside()[i]) {
                    int scale = layer.relation() + relation[identifier] * width;
                    for (int column = 0; column < width; column++) {
                        heard[column] -= share * loud * parameters[scale + column] * message[column];
                    }
                }
                closeness += attention;
                rested++;
            }
        }
        float root = (float) Math.sqrt(rested + 1.0);
        float[] all = Arrays.copyOf(state, 3 * width);
        for (int column = 0; column < width; column++) {
            all[width + column] = heard[column] / closeness;
            all[2 * width + column] = heard[column] / root;
        }
        float[] news = linear(layer.update(), all);
        relu(news);
        add(news, 1, state, 0);
        norm(news, layer.norm());
        return news;
    }

    private void labels(Applicant applicant, float[][] open, float[] into, int at) {
        float[] sums = said.sums()[shape.layers()];
        int loud = 2 * shape.layers();
        int own = applicant.label() > 0 ? 0 : 1;
        for (int i = 0; i < open.length; i++) {
            float share = share(applicant, i, said.loudness()[shape.layers()], open[i][loud], open[i][loud + 1]);
            for (int label = 0; label < LABELS; label++) {
                into[at + label] += share * sums[applicant.identifiers()[i] * LABELS + label];
            }
            if (applicant.inside()[i] && applicant.label() != 0) {
                into[at + own] -= share * open[i][loud];
            }
        }
    }

    private float[] linear(Linear of, float[] in) {
        float[] out = Arrays.copyOfRange(parameters, of.bias(), of.bias() + of.columns());
        for (int row = 0; row < in.length; row++) {
            if (in[row] != 0) { // half of them are, after a relu
                add(out, in[row], parameters, of.weight() + row * of.columns());
            }
        }
        return out;
    }

    private static void add(float[] sums, float factor, float[] of, int from) {
        for (int column = 0; column < sums.length; column++) {
            sums[column] += factor * of[from + column];
        }
    }

    private static void relu(float[] values) {
        for (int i = 0; i < values.length; i++) {
            values[i] = Math.max(0, values[i]);
        }
    }

    private void norm(float[] values, Norm by) {
        double mean = 0;
        for (float value : values) {
            mean += value;
        }
        mean /= values.length;
        double variance = 0;
        for (float value : values) {
            variance += (value - mean) * (value - mean);
        }
        double deviation = Math.sqrt(variance / values.length + NORM_FLOOR);
        for (int i = 0; i < values.length; i++) {
            values[i] =
                    (float) ((values[i] - mean) / deviation * parameters[by.scale() + i] + parameters[by.shift() + i]);
        }
    }
}
