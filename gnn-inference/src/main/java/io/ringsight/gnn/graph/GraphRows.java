package io.ringsight.gnn.graph;

import io.ringsight.ingest.error.ErrorCode;
import io.ringsight.ingest.error.RingsightException;
import io.ringsight.ingest.record.IdentifierTypes;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.util.List;
import java.util.stream.Stream;

/** Takes a view, some rows at a time, from wherever it was written to. Every row has to come once. Not thread-safe. */
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
    private final ByteBuffer pairFeatures;
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
        this.pairFeatures = PairFeatures.room(pairs);
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

    /** @param features float32[count][columns] */
    public void accounts(
            int first, int count, LongBuffer hash, LongBuffer created, IntBuffer pair, FloatBuffer features) {
        hash.get(idHash, first, count);
        created.get(createdAt, first, count);
        pair.get(firstPair, first, count);
        AccountTable.spread(features, columns, first, count);
    }

    public void identifiers(int first, int count, ByteBuffer type, IntBuffer numberOfSnapshot, IntBuffer use) {
        type.get(relation, first, count);
        numberOfSnapshot.get(number, first, count);
        use.get(firstUse, first, count);
    }

    /** @param features float32[count][{@link PairFeatures#WIDTH}] */
    public void pairs(
            int first, int count, IntBuffer identifier, LongBuffer seen, FloatBuffer far, FloatBuffer features) {
        identifier.get(identifiers, first, count);
        seen.get(firstSeen, first, count);
        far.get(distance, first, count);
        pairFeatures.asFloatBuffer().put(first * PairFeatures.WIDTH, features, 0, count * PairFeatures.WIDTH);
    }

    public void uses(int first, int count, IntBuffer account, IntBuffer pair) {
        account.get(users, first, count);
        pair.get(pairs, first, count);
    }

    /** @throws RingsightException when a row points at what is not there */
    public GraphView view(long moment) {
        requireRows("pairs of accounts", firstPair, pairCount());
        requireRows("uses of identifiers", firstUse, pairCount());
        for (byte ordinal : relation) {
            if (ordinal < 0 || ordinal >= types.size()) {
                throw malformed("There is no relation " + ordinal + " among " + types.size());
            }
        }
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
