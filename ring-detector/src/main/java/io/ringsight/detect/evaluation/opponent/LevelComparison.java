package io.ringsight.detect.evaluation.opponent;

import io.ringsight.ingest.record.AccountAttribute;
import io.ringsight.ingest.record.IdentifierKind;
import io.ringsight.ingest.resemblance.Signatures;
import io.ringsight.ingest.snapshot.IdentityGraph;
import java.util.Arrays;

/**
 * Compares two accounts field by field, each by {@link NearLevels}. An account may have several identifiers of a type: the best
 * pair of them counts, and of equal ones the rarest. A placeholder is as good as missing. Holds the last comparison; not
 * thread-safe.
 */
final class LevelComparison {
    private static final int LEVEL_BITS = 3;

    private final IdentityGraph graph;
    private final LevelFields fields;
    private final TermFrequencies frequencies;
    private final boolean[] isBits; // by type
    private final byte[] levels; // byte[fields]
    private final double[] frequency; // double[fields], of the value that is equal; only where the level is exact

    LevelComparison(IdentityGraph graph, LevelFields fields, TermFrequencies frequencies) {
        this.graph = graph;
        this.fields = fields;
        this.frequencies = frequencies;
        this.isBits = new boolean[graph.types().size()];
        for (int type = 0; type < isBits.length; type++) {
            isBits[type] = graph.types().get(type).kind() == IdentifierKind.BITS;
        }
        this.levels = new byte[fields.count()];
        this.frequency = new double[fields.count()];
    }

    void compare(int a, int b) {
        Arrays.fill(levels, PatternCounts.MISSING);
        Arrays.fill(frequency, 1);
        for (AccountAttribute attribute : LevelFields.ATTRIBUTES) {
            attribute(attribute, a, b);
        }
        for (int i = graph.firstSighting(a); i < graph.firstSighting(a + 1); i = next(i, a)) {
            int field = fields.ofType(graph.identifierType(graph.identifierOf(i)));
            if (field >= 0 && !graph.isPlaceholder(graph.identifierOf(i))) {
                for (int j = graph.firstSighting(b); j < graph.firstSighting(b + 1); j = next(j, b)) {
                    identifiers(field, graph.identifierOf(i), graph.identifierOf(j));
                }
            }
        }
    }

    /** byte[fields]; the next comparison writes over it. */
    byte[] levels() {
        return levels;
    }

    /** What part of the accounts that have the field have the value that the two last compared have in common. */
    double frequency(int field) {
        return frequency[field];
    }

    /** The levels in one word, to be counted. */
    long pattern() {
        long pattern = 0;
        for (int field = levels.length - 1; field >= 0; field--) {
            pattern = pattern << LEVEL_BITS | levels[field];
        }
        return pattern;
    }

    static byte[] levels(long pattern, int fields) {
        byte[] levels = new byte[fields];
        for (int field = 0; field < fields; field++) {
            levels[field] = (byte) (pattern >>> field * LEVEL_BITS & NearLevels.COUNT - 1);
        }
        return levels;
    }

    private void attribute(AccountAttribute attribute, int a, int b) {
        int one = graph.attribute(attribute, a);
        int other = graph.attribute(attribute, b);
        int field = LevelFields.of(attribute);
        if (one < 0 || other < 0) {
            return;
        }
        if (one == other) {
            levels[field] = PatternCounts.EXACT;
            frequency[field] = frequencies.of(attribute, one);
            return;
        }
        Signatures signatures = graph.attributeSignatures(attribute);
        levels[field] = signatures.size() == 0
                ? PatternCounts.DIFFERENT
                : NearLevels.ofText(signatures.distance(one, other), signatures.bits());
    }

    private void identifiers(int field, int one, int other) {
        int type = graph.identifierType(one);
        if (graph.identifierType(other) != type || graph.isPlaceholder(other)) {
            return;
        }
        if (one == other) {
            levels[field] = PatternCounts.EXACT;
            frequency[field] = Math.min(frequency[field], frequencies.of(one));
        } else if (levels[field] != PatternCounts.EXACT) {
            byte level = NearLevels.better(signatures(type, one, other), keys(one, other));
            levels[field] = NearLevels.better(levels[field], level);
        }
    }

    private byte signatures(int type, int one, int other) {
        int row = graph.signatureOf(one);
        int otherRow = graph.signatureOf(other);
        if (row < 0 || otherRow < 0) {
            return PatternCounts.DIFFERENT;
        }
        Signatures signatures = graph.signatures(type);
        int distance = signatures.distance(row, otherRow);
        int bits = isBits[type] ? graph.types().get(type).bits() : signatures.bits();
        return isBits[type] ? NearLevels.ofBits(distance, bits) : NearLevels.ofText(distance, bits);
    }

    private byte keys(int one, int other) {
        byte level = PatternCounts.DIFFERENT;
        for (int i = graph.firstBlockingKey(one); i < graph.firstBlockingKey(one + 1); i++) {
            for (int j = graph.firstBlockingKey(other); j < graph.firstBlockingKey(other + 1); j++) {
                if (graph.blockingKey(i) == graph.blockingKey(j)) {
                    level = NearLevels.better(level, NearLevels.of(graph.blockingKind(graph.blockingKey(i))));
                }
            }
        }
        return level;
    }

    /** The sighting of the account's next identifier. */
    private int next(int sighting, int account) {
        int identifier = graph.identifierOf(sighting);
        int next = sighting + 1;
        while (next < graph.firstSighting(account + 1) && graph.identifierOf(next) == identifier) {
            next++;
        }
        return next;
    }
}
