package io.ringsight.gnn.embedding;

import io.ringsight.gnn.feature.AccountHash;
import io.ringsight.ingest.snapshot.IdentityGraph;
import java.util.BitSet;

/** FastRP by the book, in double precision and dense loops: the oracle of {@link FastRp}. */
final class PlainFastRp {
    private PlainFastRp() {}

    /** double[accounts][dimension] */
    static double[][] embed(IdentityGraph graph, FastRpParameters parameters) {
        int dimension = parameters.dimension();
        boolean[][] uses = pairs(graph);
        double[][] accounts = start(graph, parameters);
        double[][] result = new double[graph.accountCount()][dimension];
        for (double weight : parameters.iterationWeights()) {
            accounts = step(uses, accounts, graph.identifierCount(), parameters);
            for (int a = 0; a < accounts.length; a++) {
                double length = length(accounts[a]);
                for (int c = 0; c < dimension; c++) {
                    result[a][c] += length > 1e-6 ? weight * accounts[a][c] / length : 0;
                }
            }
        }
        return result;
    }

    private static double[][] step(
            boolean[][] uses, double[][] accounts, int identifierCount, FastRpParameters parameters) {
        int dimension = parameters.dimension();
        double[][] next = new double[accounts.length][dimension];
        double[] weights = new double[accounts.length];
        for (int i = 0; i < identifierCount; i++) {
            var users = new BitSet();
            for (int a = 0; a < accounts.length; a++) {
                users.set(a, uses[a][i]);
            }
            int degree = users.cardinality();
            double weight = Math.pow(degree, parameters.normalisationStrength());
            double[] mean = new double[dimension];
            users.stream().forEach(a -> addTo(mean, accounts[a], 1.0 / degree));
            users.stream().forEach(a -> addTo(next[a], mean, weight));
            users.stream().forEach(a -> weights[a] += weight);
        }
        for (int a = 0; a < accounts.length; a++) {
            for (int c = 0; c < dimension && weights[a] > 0; c++) {
                next[a][c] /= weights[a];
            }
        }
        return next;
    }

    private static boolean[][] pairs(IdentityGraph graph) {
        boolean[][] uses = new boolean[graph.accountCount()][graph.identifierCount()];
        for (int a = 0; a < uses.length; a++) {
            for (int s = graph.firstSighting(a); s < graph.firstSighting(a + 1); s++) {
                uses[a][graph.identifierOf(s)] = true;
            }
        }
        return uses;
    }

    private static double[][] start(IdentityGraph graph, FastRpParameters parameters) {
        var projection = new RandomProjection(parameters.seed(), parameters.dimension());
        double[][] rows = new double[graph.accountCount()][parameters.dimension()];
        float[] row = new float[parameters.dimension()];
        for (int a = 0; a < rows.length; a++) {
            projection.row(AccountHash.of(graph.accountId(a)), row);
            for (int c = 0; c < row.length; c++) {
                rows[a][c] = row[c];
            }
        }
        return rows;
    }

    private static void addTo(double[] sum, double[] row, double factor) {
        for (int c = 0; c < sum.length; c++) {
            sum[c] += factor * row[c];
        }
    }

    private static double length(double[] row) {
        double squares = 0;
        for (double number : row) {
            squares += number * number;
        }
        return Math.sqrt(squares);
    }
}
