package io.ringsight.detect.evidence;

import io.ringsight.ingest.record.AccountAttribute;
import io.ringsight.ingest.record.BlockingKind;
import io.ringsight.ingest.snapshot.IdentityGraph;

/** How many accounts use, bear or stand behind each thing in a snapshot. Immutable, thread-safe. */
public class Frequencies {
    private final IdentityGraph graph;
    private final int[] degree; // int[identifiers], accounts
    private final int[] behind; // int[blocking keys], accounts, an account as often as it has identifiers of the key
    private final int[][] bearers; // int[attributes][values], accounts
    private final int[] bearing; // int[attributes], accounts that have the attribute

    public Frequencies(IdentityGraph graph) {
        this.graph = graph;
        degree = new int[graph.identifierCount()];
        for (int identifier = 0; identifier < degree.length; identifier++) {
            degree[identifier] = graph.isPlaceholder(identifier) ? 0 : graph.degree(identifier);
        }
        behind = new int[graph.blockingKeyCount()];
        for (int key = 0; key < behind.length; key++) {
            for (int at = graph.firstBlocked(key); at < graph.firstBlocked(key + 1); at++) {
                behind[key] += degree[graph.blockedIdentifier(at)];
            }
        }
        AccountAttribute[] attributes = AccountAttribute.values();
        bearers = new int[attributes.length][];
        bearing = new int[attributes.length];
        for (AccountAttribute attribute : attributes) {
            int[] count = new int[graph.attributeValues(attribute)];
            for (int account = 0; account < graph.accountCount(); account++) {
                int value = graph.attribute(attribute, account);
                if (value >= 0) {
                    count[value]++;
                    bearing[attribute.ordinal()]++;
                }
            }
            bearers[attribute.ordinal()] = count;
        }
    }

    /** The same, to be added to. */
    Frequencies(Frequencies counted) {
        graph = counted.graph;
        degree = counted.degree;
        behind = counted.behind;
        bearers = counted.bearers;
        bearing = counted.bearing;
    }

    /** Accounts that use the identifier; 0 for a placeholder, which says nothing. */
    public int degree(int identifier) {
        return degree[identifier];
    }

    int accountsBehind(int key) {
        return behind[key];
    }

    BlockingKind blockingKind(int key) {
        return graph.blockingKind(key);
    }

    /** Ordinal of the identifier type. */
    int blockingKeyType(int key) {
        return graph.blockingKeyType(key);
    }

    int bearers(AccountAttribute attribute, int value) {
        return bearers[attribute.ordinal()][value];
    }

    int bearing(AccountAttribute attribute) {
        return bearing[attribute.ordinal()];
    }

    /** Share of the other accounts that have the value, two that have it left out. */
    double ofOthers(AccountAttribute attribute, int value) {
        int others = Math.max(1, bearing[attribute.ordinal()] - 2);
        return Math.max(0, bearers[attribute.ordinal()][value] - 2) / (double) others;
    }
}
