package io.ringsight.gnn.graph;

import io.ringsight.ingest.record.AccountAttribute;
import io.ringsight.ingest.snapshot.IdentityGraph;

/** Lays out the accounts of a snapshot, one after the other. Not thread-safe. */
final class SnapshotFacts {
    private static final AccountAttribute[] ATTRIBUTES = AccountAttribute.values();

    private final RelationGraph graph;
    private final IdentityGraph snapshot;
    private final int[][] bearers = new int[ATTRIBUTES.length][]; // int[values] by attribute: accounts
    private final CoUsers coUsers;
    private final AccountFacts facts;

    SnapshotFacts(RelationGraph graph, IdentityGraph snapshot, PairFeatures pairs) {
        this.graph = graph;
        this.snapshot = snapshot;
        coUsers = new CoUsers(graph);
        facts = new AccountFacts(snapshot.types().size());
        facts.rows = pairs.rows().asFloatBuffer();
        for (AccountAttribute attribute : ATTRIBUTES) {
            bearers[attribute.ordinal()] = bearers(snapshot, attribute);
        }
    }

    /** int[values]: accounts that bear each. */
    static int[] bearers(IdentityGraph snapshot, AccountAttribute attribute) {
        int[] count = new int[snapshot.attributeValues(attribute)];
        for (int account = 0; account < snapshot.accountCount(); account++) {
            int value = snapshot.attribute(attribute, account);
            if (value >= 0) {
                count[value]++;
            }
        }
        return count;
    }

    /** Overwrites the one before. */
    AccountFacts of(int account) {
        facts.clear();
        facts.createdAt = snapshot.createdAt(account);
        facts.exposure = snapshot.exposure(account);
        for (AccountAttribute attribute : ATTRIBUTES) {
            int value = snapshot.attribute(attribute, account);
            facts.bearers[attribute.ordinal()] = value < 0 ? 0 : bearers[attribute.ordinal()][value];
        }
        identifiers(account);
        facts.firstRow = graph.firstPair(account);
        for (int pair = graph.firstPair(account); pair < graph.firstPair(account + 1); pair++) {
            facts.pair(graph.type(graph.identifierOf(pair)), graph.distance(pair));
        }
        coUsers.collect(account);
        int surname = snapshot.attribute(AccountAttribute.SURNAME, account);
        for (int i = 0; i < coUsers.size(); i++) {
            int other = coUsers.account(i);
            boolean kin = surname >= 0 && surname == snapshot.attribute(AccountAttribute.SURNAME, other);
            facts.coUser(snapshot.createdAt(other), Long.bitCount(coUsers.relations(other)), kin);
        }
        return facts;
    }

    private void identifiers(int account) {
        int previous = -1;
        int end = snapshot.firstSighting(account + 1);
        for (int sighting = snapshot.firstSighting(account); sighting < end; sighting++) {
            int identifier = snapshot.identifierOf(sighting);
            if (identifier != previous) {
                facts.identifiers[snapshot.identifierType(identifier)]++;
                previous = identifier;
            }
            facts.sightings++;
        }
    }
}
