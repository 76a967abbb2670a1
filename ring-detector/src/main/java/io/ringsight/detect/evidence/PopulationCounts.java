package io.ringsight.detect.evidence;

import io.ringsight.ingest.record.AccountAttribute;
import io.ringsight.ingest.record.BlockingKind;
import io.ringsight.ingest.snapshot.IdentityGraph;

/**
 * What the whole population says of two accounts drawn at random, without looking at each pair. Immutable, thread-safe.
 *
 * @param accounts in the snapshot
 * @param present double[types], pairs of which both have an identifier of the type
 * @param crowded double[types], pairs behind one blocking key of many
 * @param random double[fields][levels], how often random pairs that share nothing show each level
 * @param bearing double[attributes][levels], share of the accounts whose name is of each level of frequency
 */
record PopulationCounts(int accounts, double[] present, double[] crowded, double[][] random, double[][] bearing) {
    private static final int PAIRS = 200_000;

    static PopulationCounts of(
            IdentityGraph graph,
            AccountOrder order,
            Frequencies frequencies,
            PairComparison comparison,
            Fields fields) {
        int accounts = graph.accountCount();
        int types = graph.types().size();
        double[] having = new double[types];
        var view = new AccountView();
        for (int account = 0; account < accounts; account++) {
            view.load(graph, account);
            for (int type = 0; type < types; type++) {
                having[type] += view.presence >>> type & 1;
            }
        }
        double[] present = new double[types];
        for (int type = 0; type < types; type++) {
            present[type] = pairs(having[type]);
        }
        double[] crowded = new double[types];
        for (int key = 0; key < graph.blockingKeyCount(); key++) {
            int behind = frequencies.accountsBehind(key);
            if (behind > PairComparison.CROWDED_KEY && graph.blockingKind(key) != BlockingKind.SERIAL_NEAR) {
                crowded[graph.blockingKeyType(key)] += pairs(behind);
            }
        }
        return new PopulationCounts(
                accounts, present, crowded, random(graph, order, comparison, fields), new double[][] {
                    bearing(graph, frequencies, AccountAttribute.GIVEN_NAME),
                    bearing(graph, frequencies, AccountAttribute.SURNAME)
                });
    }

    private static double pairs(double accounts) {
        return accounts * (accounts - 1) / 2;
    }

    private static double[][] random(
            IdentityGraph graph, AccountOrder order, PairComparison comparison, Fields fields) {
        double[][] counts = new double[fields.size()][Levels.COUNT];
        var a = new AccountView();
        var b = new AccountView();
        var vector = new ComparisonVector();
        var shared = new SharedThings();
        int accounts = order.size();
        for (int draw = 0; accounts > 1 && draw < Math.min(PAIRS, pairs(accounts)); draw++) {
            int one = (int) Math.unsignedMultiplyHigh(AccountOrder.mix(2L * draw), accounts);
            int other = (int) Math.unsignedMultiplyHigh(AccountOrder.mix(2L * draw + 1), accounts);
            a.load(graph, order.account(one));
            b.load(graph, order.account(other));
            comparison.compare(a, b, 0, vector, shared);
            if (one != other && sharesNothing(vector, fields)) {
                for (int field = 0; field < counts.length; field++) {
                    counts[field][vector.level(field)]++;
                }
            }
        }
        return counts;
    }

    private static boolean sharesNothing(ComparisonVector vector, Fields fields) {
        for (int field = Fields.FIRST_TYPE; field < fields.size(); field++) {
            int level = vector.level(field);
            if (fields.isBits(field) ? Levels.isNearBits(level) : level > Levels.DIFFERENT) {
                return false;
            }
        }
        return true;
    }

    private static double[] bearing(IdentityGraph graph, Frequencies frequencies, AccountAttribute attribute) {
        double[] share = new double[Levels.COUNT];
        double all = Math.max(1, frequencies.bearing(attribute));
        for (int value = 0; value < graph.attributeValues(attribute); value++) {
            share[Levels.ofFrequency(frequencies.ofOthers(attribute, value))] +=
                    frequencies.bearers(attribute, value) / all;
        }
        return share;
    }
}
