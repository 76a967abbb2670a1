package io.ringsight.gnn.inference;

import io.ringsight.gnn.graph.GraphView;
import io.ringsight.gnn.graph.PairFeatures;
import io.ringsight.gnn.graph.RelationGraph;
import io.ringsight.gnn.model.GraphModel;
import io.ringsight.gnn.model.ParameterLayout;

/** The network by its definition: double precision, one loop a sum, the other users summed one by one. Slow. */
final class PlainSage {
    private final GraphModel model;
    private final GraphView view;
    private final RelationGraph graph;
    private final byte[] known;
    private final ParameterLayout layout;
    final double[] logOdds;
    double[][] hidden;

    PlainSage(GraphModel model, GraphView view, byte[] known) {
        this.model = model;
        this.view = view;
        this.graph = view.graph();
        this.known = known;
        this.layout = new ParameterLayout(model.shape());
        this.logOdds = new double[graph.accountCount()];
        compute();
    }

    private void compute() {
        int width = model.shape().width();
        hidden = new double[graph.accountCount()][];
        for (int account = 0; account < hidden.length; account++) {
            float[] row = new float[model.shape().accountFeatures()];
            view.accounts().copyRow(account, row, 0);
            model.scaler().apply(row);
            double[] in = new double[row.length];
            for (int i = 0; i < row.length; i++) {
                in[i] = row[i];
            }
            hidden[account] = norm(relu(linear(in, "encode_weight", "encode_bias")), "encode_scale", "encode_shift");
        }
        for (int layer = 1; layer <= model.shape().layers(); layer++) {
            double[][] message = new double[hidden.length][];
            for (int account = 0; account < hidden.length; account++) {
                message[account] = relu(linear(hidden[account], "message_weight_" + layer, "message_bias_" + layer));
            }
            double[][] next = new double[hidden.length][];
            for (int account = 0; account < hidden.length; account++) {
                next[account] = update(account, layer, message, width);
            }
            hidden = next;
        }
        for (int account = 0; account < hidden.length; account++) {
            logOdds[account] = risk(account);
        }
    }

    private double[] update(int account, int layer, double[][] message, int width) {
        double[] sum = new double[width];
        double attention = 0;
        int identifiers = 0;
        for (int pair = graph.firstPair(account); pair < graph.firstPair(account + 1); pair++) {
            int identifier = graph.identifierOf(pair);
            double[] others = new double[width];
            double loudness = 0;
            for (int use = graph.firstUse(identifier); use < graph.firstUse(identifier + 1); use++) {
                if (graph.accountOf(use) != account) {
                    double w = gate(graph.pairOf(use), 2 * (layer - 1));
                    loudness += w;
                    for (int i = 0; i < width; i++) {
                        double scale = parameter("relation_" + layer, graph.type(identifier), i);
                        others[i] += w * scale * message[graph.accountOf(use)][i];
                    }
                }
            }
            double v = gate(pair, 2 * (layer - 1) + 1);
            attention += v;
            identifiers++;
            for (int i = 0; i < width; i++) {
                sum[i] += v * others[i] / loudness;
            }
        }
        double[] all = new double[3 * width];
        for (int i = 0; i < width; i++) {
            all[i] = hidden[account][i];
            all[width + i] = identifiers == 0 ? 0 : sum[i] / attention;
            all[2 * width + i] = sum[i] / Math.sqrt(1 + identifiers);
        }
        double[] news = relu(linear(all, "update_weight_" + layer, "update_bias_" + layer));
        for (int i = 0; i < width; i++) {
            news[i] += hidden[account][i];
        }
        return norm(news, "norm_scale_" + layer, "norm_shift_" + layer);
    }

    private double risk(int account) {
        int loud = 2 * model.shape().layers();
        double[] all = new double[model.shape().width() + 2];
        System.arraycopy(hidden[account], 0, all, 0, all.length - 2);
        for (int pair = graph.firstPair(account); pair < graph.firstPair(account + 1); pair++) {
            int identifier = graph.identifierOf(pair);
            double loudness = 0;
            double[] seen = new double[2];
            for (int use = graph.firstUse(identifier); use < graph.firstUse(identifier + 1); use++) {
                int other = graph.accountOf(use);
                if (other != account) {
                    double w = gate(graph.pairOf(use), loud);
                    loudness += w;
                    seen[0] += known[other] > 0 ? w : 0;
                    seen[1] += known[other] < 0 ? w : 0;
                }
            }
            double v = gate(pair, loud + 1);
            all[all.length - 2] += v * seen[0] / loudness;
            all[all.length - 1] += v * seen[1] / loudness;
        }
        return linear(relu(linear(all, "hidden_weight", "hidden_bias")), "risk_weight", "risk_bias")[0];
    }

    private double gate(int pair, int gate) {
        double sum = parameter("gate_bias", graph.type(graph.identifierOf(pair)), gate);
        for (int column = 0; column < PairFeatures.WIDTH; column++) {
            sum += view.pairs().value(pair, column) * parameter("gate_weight", column, gate);
        }
        return 0.05 + 0.95 / (1 + Math.exp(-sum));
    }

    private double[] linear(double[] in, String weight, String bias) {
        var part = layout.part(weight);
        double[] out = new double[part.columns()];
        for (int column = 0; column < out.length; column++) {
            out[column] = parameter(bias, 0, column);
            for (int row = 0; row < part.rows(); row++) {
                out[column] += in[row] * parameter(weight, row, column);
            }
        }
        return out;
    }

    private double[] norm(double[] values, String scale, String shift) {
        double mean = 0;
        for (double value : values) {
            mean += value / values.length;
        }
        double variance = 0;
        for (double value : values) {
            variance += (value - mean) * (value - mean) / values.length;
        }
        double[] out = new double[values.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = (values[i] - mean) / Math.sqrt(variance + 1e-5) * parameter(scale, 0, i) + parameter(shift, 0, i);
        }
        return out;
    }

    private static double[] relu(double[] values) {
        double[] out = new double[values.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = Math.max(0, values[i]);
        }
        return out;
    }

    private double parameter(String name, int row, int column) {
        var part = layout.part(name);
        return model.parameters()[part.start() + row * part.columns() + column];
    }
}
