package io.ringsight.detect.evaluation.opponent;

import io.ringsight.ingest.record.AccountAttribute;
import io.ringsight.ingest.snapshot.IdentityGraph;

/**
 * How common values are: what part of the accounts that have a field have that value. Two strangers agree in a value the more
 * often the more common it is: W. E. Winkler: Frequency-based matching in the Fellegi-Sunter model of record linkage, U.S.
 * Census Bureau, research report 2000/06; Splink's term-frequency adjustments. Immutable, thread-safe.
 */
final class TermFrequencies {
    private final IdentityGraph graph;
    private final int[] having; // int[fields], accounts that have the field; placeholders do not count
    private final int[][] ofAttribute; // by ordinal: int[values], accounts
    private final int[] ofIdentifier; // int[identifiers], accounts
    private final LevelFields fields;

    TermFrequencies(IdentityGraph graph, LevelFields fields) {
        this.graph = graph;
        this.fields = fields;
        this.having = new int[fields.count()];
        this.ofAttribute = new int[LevelFields.ATTRIBUTES.length][];
        for (AccountAttribute attribute : LevelFields.ATTRIBUTES) {
            ofAttribute[attribute.ordinal()] = new int[graph.attributeValues(attribute)];
        }
        this.ofIdentifier = new int[graph.identifierCount()];
        for (int account = 0; account < graph.accountCount(); account++) {
            count(account);
        }
    }

    private void count(int account) {
        for (AccountAttribute attribute : LevelFields.ATTRIBUTES) {
            int value = graph.attribute(attribute, account);
            if (value >= 0) {
                ofAttribute[attribute.ordinal()][value]++;
                having[LevelFields.of(attribute)]++;
            }
        }
        long seen = 0;
        int previous = -1;
        for (int s = graph.firstSighting(account); s < graph.firstSighting(account + 1); s++) {
            int identifier = graph.identifierOf(s);
            int field = fields.ofType(graph.identifierType(identifier));
            if (identifier != previous && field >= 0 && !graph.isPlaceholder(identifier)) {
                ofIdentifier[identifier]++;
                having[field] += (seen >>> field & 1) == 0 ? 1 : 0;
                seen |= 1L << field;
            }
            previous = identifier;
        }
    }

    /** Of a value of an attribute, from 0 to 1. */
    double of(AccountAttribute attribute, int value) {
        return ofAttribute[attribute.ordinal()][value] / (double) having[LevelFields.of(attribute)];
    }

    /** Of an identifier of a type that is compared, from 0 to 1. */
    double of(int identifier) {
        return ofIdentifier[identifier] / (double) having[fields.ofType(graph.identifierType(identifier))];
    }

    /** double[fields]: of all pairs of accounts that have a field, what part is equal in it; 0 where nobody has it. */
    double[] equal() {
        double[] pairs = new double[fields.count()];
        for (AccountAttribute attribute : LevelFields.ATTRIBUTES) {
            for (int accounts : ofAttribute[attribute.ordinal()]) {
                pairs[LevelFields.of(attribute)] += pairs(accounts);
            }
        }
        for (int identifier = 0; identifier < ofIdentifier.length; identifier++) {
            int field = fields.ofType(graph.identifierType(identifier));
            if (field >= 0) {
                pairs[field] += pairs(ofIdentifier[identifier]);
            }
        }
        for (int field = 0; field < pairs.length; field++) {
            pairs[field] = having[field] > 1 ? Math.min(1, pairs[field] / pairs(having[field])) : 0;
        }
        return pairs;
    }

    private static double pairs(double of) {
        return of * (of - 1) / 2;
    }
}
