package io.ringsight.gnn.graph;

import io.ringsight.ingest.error.ErrorCode;
import io.ringsight.ingest.error.RingsightException;
import io.ringsight.ingest.record.IdentifierTypes;
import java.util.List;
import java.util.stream.Stream;

/** Takes a view row by row from wherever it was written to. Every row has to come once. Not thread-safe. */
public final class GraphRows {
    private final IdentifierTypes types;
    private final List<String> names;
    private final int[] number;
    private final byte[] relation;
    private final int[] firstPair;
    private final int[] identifiers;
    private final long[] firstSeen;
    private final float[] distance;
    private final int[] firstUse;
    private final int[] users;
    private final int[] pairs;
    private final float[] pairFeatures;
    private final List<float[]> columns;
    private final long[] createdAt;
    private final long[] idHash;

    /** @param names of the accounts' columns */
    public GraphRows(IdentifierTypes types, int accounts, int identifiers, int pairs, List<String> names) {
        this.types = types;
        this.names = List.copyOf(names);
        this.number = new int[identifiers];
        this.relation = new byte[identifiers];
        this.firstPair = new int[accounts + 1];
        this.identifiers = new int[pairs];
        this.firstSeen = new long[pairs];
        this.distance = new float[pairs];
        this.firstUse = new int[identifiers + 1];
        this.users = new int[pairs];
        this.pairs = new int[pairs];
        this.pairFeatures = new float[Math.multiplyExact(pairs, PairFeatures.WIDTH)];
        this.columns =
                Stream.generate(() -> new float[accounts]).limit(names.size()).toList();
        this.createdAt = new long[accounts];
        this.idHash = new long[accounts];
        firstPair[accounts] = pairs;
        firstUse[identifiers] = pairs;
    }

    public int accountCount() {
        return createdAt.length;
    }

    public int identifierCount() {
        return number.length;
    }

    public int pairCount() {
        return identifiers.length;
    }

    public void account(int row, long hash, long created, int pair, float[] features) {
        idHash[row] = hash;
        createdAt[row] = created;
        firstPair[row] = pair;
        for (int column = 0; column < features.length; column++) {
            columns.get(column)[row] = features[column];
        }
    }

    public void identifier(int row, int type, int numberOfSnapshot, int use) {
        relation[row] = (byte) type;
        number[row] = numberOfSnapshot;
        firstUse[row] = use;
    }

    public void pair(int row, int identifier, long seen, float far, float[] features) {
        identifiers[row] = identifier;
        firstSeen[row] = seen;
        distance[row] = far;
        System.arraycopy(features, 0, pairFeatures, row * PairFeatures.WIDTH, PairFeatures.WIDTH);
    }

    public void use(int row, int account, int pair) {
        users[row] = account;
        pairs[row] = pair;
    }

    /** @throws RingsightException when a row points at what is not there */
    public GraphView view(long moment) {
        requireRows("pairs of accounts", firstPair, pairCount());
        requireRows("uses of identifiers", firstUse, pairCount());
        requireWithin("identifier", identifiers, identifierCount());
        requireWithin("account", users, accountCount());
        requireWithin("pair", pairs, pairCount());
        var graph = new RelationGraph(
                types, number, relation, firstPair, identifiers, firstSeen, distance, firstUse, users, pairs);
        return new GraphView(
                moment, graph, PairFeatures.of(pairFeatures), new AccountTable(names, columns), createdAt, idHash);
    }

    private static void requireRows(String what, int[] offsets, int end) {
        for (int row = 1; row < offsets.length; row++) {
            if (offsets[0] != 0 || offsets[row] < offsets[row - 1] || offsets[row] > end) {
                throw malformed("The " + what + " do not follow each other at row " + row);
            }
        }
    }

    private static void requireWithin(String what, int[] numbers, int count) {
        for (int number : numbers) {
            if (number < 0 || number >= count) {
                throw malformed("There is no " + what + " " + number + " among " + count);
            }
        }
    }

    private static RingsightException malformed(String what) {
        return new RingsightException(ErrorCode.INPUT_MALFORMED, what + ".", "Maybe the files are of different views.");
    }
}
