package io.ringsight.detect.evidence;

import io.ringsight.ingest.snapshot.IdentityGraph;

/** Degree and weight of every identifier of a snapshot. Immutable, thread-safe. */
public final class IdentifierWeights {
    private final IdentityGraph graph;
    private final EvidenceModel model;
    private final int[] degree; // int[identifiers], accounts
    private final double[] bits; // double[identifiers]

    public IdentifierWeights(IdentityGraph graph, EvidenceModel model) {
        this.graph = graph;
        this.model = model;
        degree = new int[graph.identifierCount()];
        bits = new double[graph.identifierCount()];
        for (int identifier = 0; identifier < degree.length; identifier++) {
            degree[identifier] = graph.degree(identifier);
            if (degree[identifier] > 1) {
                bits[identifier] = model.agreementBits(graph.identifierType(identifier), degree[identifier]);
            }
        }
    }

    public IdentityGraph graph() {
        return graph;
    }

    public EvidenceModel model() {
        return model;
    }

    public int degree(int identifier) {
        return degree[identifier];
    }

    public double bits(int identifier) {
        return bits[identifier];
    }

    /** Collects what two accounts share into {@code evidence}; merges their ascending identifier rows. */
    public void collect(int accountA, int accountB, PairEvidence evidence) {
        evidence.clear();
        int a = graph.firstSighting(accountA);
        int endA = graph.firstSighting(accountA + 1);
        int b = graph.firstSighting(accountB);
        int endB = graph.firstSighting(accountB + 1);
        int previous = -1;
        while (a < endA && b < endB) {
            int x = graph.identifierOf(a);
            int y = graph.identifierOf(b);
            if (x == y) {
                if (x != previous) {
                    evidence.add(graph.identifierType(x), bits[x]);
                    previous = x;
                }
                a++;
                b++;
            } else if (x < y) {
                a++;
            } else {
                b++;
            }
        }
    }

    /** The first identifier that both accounts use and at most {@code exactDegree} accounts do, or -1. */
    int firstSharedBelow(int exactDegree, int accountA, int accountB) {
        int a = graph.firstSighting(accountA);
        int endA = graph.firstSighting(accountA + 1);
        int b = graph.firstSighting(accountB);
        int endB = graph.firstSighting(accountB + 1);
        while (a < endA && b < endB) {
            int x = graph.identifierOf(a);
            int y = graph.identifierOf(b);
            if (x == y && degree[x] <= exactDegree) {
                return x;
            }
            if (x <= y) {
                a++;
            }
            if (y <= x) {
                b++;
            }
        }
        return -1;
    }
}
