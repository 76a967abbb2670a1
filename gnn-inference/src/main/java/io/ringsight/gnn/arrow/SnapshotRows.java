package io.ringsight.gnn.arrow;

import io.ringsight.gnn.feature.AccountHash;
import io.ringsight.gnn.feature.SnapshotSchema;
import io.ringsight.ingest.snapshot.IdentityGraph;
import org.apache.arrow.vector.BigIntVector;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.TinyIntVector;
import org.apache.arrow.vector.types.pojo.Schema;

/** The rows of both tables, read from a snapshot. */
final class SnapshotRows {
    private final IdentityGraph graph;
    private final double[] weights; // double[identifiers], degree^strength

    SnapshotRows(IdentityGraph graph, double normalisationStrength) {
        this.graph = graph;
        this.weights = new double[graph.identifierCount()];
        for (int identifier = 0; identifier < weights.length; identifier++) {
            weights[identifier] = Math.pow(graph.degree(identifier), normalisationStrength);
        }
    }

    RowSource accounts() {
        return new Accounts();
    }

    RowSource identifiers() {
        return new Identifiers();
    }

    private final class Accounts implements RowSource {
        @Override
        public Schema schema() {
            return SnapshotSchema.accounts();
        }

        @Override
        public int rows() {
            return graph.accountCount();
        }

        @Override
        public int mostNeighbours(int row) {
            return graph.firstSighting(row + 1) - graph.firstSighting(row);
        }

        @Override
        public int neighbours(int row, NeighbourSink sink, int position) {
            int next = position;
            int previous = -1;
            for (int sighting = graph.firstSighting(row); sighting < graph.firstSighting(row + 1); sighting++) {
                int identifier = graph.identifierOf(sighting);
                if (identifier != previous) {
                    sink.set(next++, identifier);
                    previous = identifier;
                }
            }
            return next;
        }

        @Override
        public float scale(int row) {
            double sum = 0;
            int previous = -1;
            for (int sighting = graph.firstSighting(row); sighting < graph.firstSighting(row + 1); sighting++) {
                int identifier = graph.identifierOf(sighting);
                if (identifier != previous) {
                    sum += weights[identifier];
                    previous = identifier;
                }
            }
            return sum == 0 ? 0 : (float) (1 / sum);
        }

        @Override
        public void describe(int row, FieldVector first, int index) {
            ((BigIntVector) first).set(index, AccountHash.of(graph.accountId(row)));
        }
    }

    private final class Identifiers implements RowSource {
        @Override
        public Schema schema() {
            return SnapshotSchema.identifiers();
        }

        @Override
        public int rows() {
            return graph.identifierCount();
        }

        @Override
        public int mostNeighbours(int row) {
            return graph.firstUse(row + 1) - graph.firstUse(row);
        }

        @Override
        public int neighbours(int row, NeighbourSink sink, int position) {
            int next = position;
            int previous = -1;
            for (int use = graph.firstUse(row); use < graph.firstUse(row + 1); use++) {
                int account = graph.accountOf(use);
                if (account != previous) {
                    sink.set(next++, account);
                    previous = account;
                }
            }
            return next;
        }

        @Override
        public float scale(int row) {
            int degree = graph.degree(row);
            return degree == 0 ? 0 : (float) (weights[row] / degree);
        }

        @Override
        public void describe(int row, FieldVector first, int index) {
            ((TinyIntVector) first).set(index, graph.identifierType(row));
        }
    }
}
