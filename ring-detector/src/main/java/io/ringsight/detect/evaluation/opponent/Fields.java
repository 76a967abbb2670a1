package io.ringsight.detect.evaluation.opponent;

import io.ringsight.ingest.record.AccountAttribute;
import io.ringsight.ingest.record.IdentifierTypes;
import io.ringsight.ingest.snapshot.IdentityGraph;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Exact comparison of two accounts, field by field: each identifier type, where one shared value is agreement, then each
 * attribute. A field counts only where both accounts have it. Immutable, thread-safe.
 */
final class Fields {
    /** A pattern is 32 bits of what both have above 32 bits of where they agree. */
    static final int MOST = 32;

    private static final AccountAttribute[] ATTRIBUTES = AccountAttribute.values();

    private final IdentityGraph graph;
    private final int types; // compared; further ones are passed over
    private final int[] present; // int[accounts], a bit a field

    Fields(IdentityGraph graph) {
        this.graph = graph;
        this.types = types(graph.types());
        this.present = new int[graph.accountCount()];
        for (int account = 0; account < present.length; account++) {
            for (int s = graph.firstSighting(account); s < graph.firstSighting(account + 1); s++) {
                present[account] |= typeBit(graph.identifierOf(s));
            }
            for (AccountAttribute attribute : ATTRIBUTES) {
                present[account] |= graph.attribute(attribute, account) >= 0 ? bit(attribute) : 0;
            }
        }
    }

    /** Names of the fields by bit. */
    static List<String> names(IdentifierTypes types) {
        var names = new ArrayList<String>();
        for (int type = 0; type < types(types); type++) {
            names.add(types.get(type).name());
        }
        for (AccountAttribute attribute : ATTRIBUTES) {
            names.add(attribute.name().toLowerCase(Locale.ROOT));
        }
        return names;
    }

    int count() {
        return types + ATTRIBUTES.length;
    }

    /** What two accounts both have and where they agree; linear in their sightings. */
    long pattern(int a, int b) {
        int agree = 0;
        int i = graph.firstSighting(a);
        int j = graph.firstSighting(b);
        while (i < graph.firstSighting(a + 1) && j < graph.firstSighting(b + 1)) {
            int order = Integer.compare(graph.identifierOf(i), graph.identifierOf(j));
            if (order == 0) {
                agree |= typeBit(graph.identifierOf(i));
            }
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }
        for (AccountAttribute attribute : ATTRIBUTES) {
            int value = graph.attribute(attribute, a);
            agree |= value >= 0 && value == graph.attribute(attribute, b) ? bit(attribute) : 0;
        }
        return (long) (present[a] & present[b]) << MOST | agree & 0xFFFF_FFFFL;
    }

    /** A pattern as levels: missing, different or exact. */
    byte[] levels(long pattern) {
        byte[] levels = new byte[count()];
        for (int field = 0; field < levels.length; field++) {
            if (present(pattern, field)) {
                levels[field] = agrees(pattern, field) ? PatternCounts.EXACT : PatternCounts.DIFFERENT;
            }
        }
        return levels;
    }

    static boolean present(long pattern, int field) {
        return (pattern >>> MOST + field & 1) != 0;
    }

    static boolean agrees(long pattern, int field) {
        return (pattern >>> field & 1) != 0;
    }

    /** double[fields][levels]: of all pairs of accounts, how many differ and agree. */
    double[][] pairsByLevel() {
        double[] both = pairsPresent();
        double[] agreeing = pairsAgreeing();
        double[][] pairs = new double[both.length][];
        Arrays.setAll(pairs, field -> {
            double agree = Math.min(agreeing[field], both[field]);
            return new double[] {0, both[field] - agree, agree};
        });
        return pairs;
    }

    private double[] pairsPresent() {
        double[] accounts = new double[count()];
        for (int fields : present) {
            for (int field = 0; field < accounts.length; field++) {
                accounts[field] += fields >>> field & 1;
            }
        }
        for (int field = 0; field < accounts.length; field++) {
            accounts[field] = pairs(accounts[field]);
        }
        return accounts;
    }

    /** double[fields]: a pair that shares two values of a type counts twice. */
    private double[] pairsAgreeing() {
        double[] agreeing = new double[count()];
        for (int identifier = 0; identifier < graph.identifierCount(); identifier++) {
            int type = graph.identifierType(identifier);
            if (type < types) {
                agreeing[type] += pairs(graph.degree(identifier));
            }
        }
        for (AccountAttribute attribute : ATTRIBUTES) {
            int[] accounts = new int[graph.attributeValues(attribute)];
            for (int account = 0; account < present.length; account++) {
                int value = graph.attribute(attribute, account);
                if (value >= 0) {
                    accounts[value]++;
                }
            }
            for (int count : accounts) {
                agreeing[types + attribute.ordinal()] += pairs(count);
            }
        }
        return agreeing;
    }

    /** How many pairs there are of all accounts. */
    double allPairs() {
        return pairs(present.length);
    }

    private static double pairs(double of) {
        return of * (of - 1) / 2;
    }

    private static int types(IdentifierTypes types) {
        return Math.min(types.size(), MOST - ATTRIBUTES.length);
    }

    private int typeBit(int identifier) {
        int type = graph.identifierType(identifier);
        return type < types ? 1 << type : 0;
    }

    private int bit(AccountAttribute attribute) {
        return 1 << types + attribute.ordinal();
    }
}
