package io.ringsight.gnn.graph;

import io.ringsight.ingest.record.IdentifierTypes;
import io.ringsight.ingest.snapshot.IdentityGraph;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.nio.LongBuffer;

/**
 * Who shares what: accounts and the identifiers that at least two of them use, in compressed sparse rows both ways. An identifier
 * of one account passes no message between accounts, so it is not a node (it still counts in the {@linkplain AccountFeatures
 * features}). An account that uses an identifier that resembles another one is a user of the other too, at a distance.
 *
 * <p>A <em>pair</em> is an account with an identifier, once, however often it was seen. Accounts are numbered as in the snapshot:
 * breadth first, so that connected ones are near each other in memory. Identifiers are numbered by type, within a type in the order
 * of the snapshot: each relation is a range of rows, and walks along it as the accounts do. Pairs are numbered by (account,
 * identifier).
 *
 * <p>Bytes, for A accounts, N shared identifiers and P pairs: 4 A + 9 N + 24 P. Immutable, thread-safe.
 */
public final class RelationGraph {
    private final IdentifierTypes types;
    private final int[] identifierOfSnapshot; // int[N]: number in the snapshot
    private final byte[] type; // byte[N]
    private final int[] pairOffsets; // int[A + 1]
    private final int[] identifiers; // int[P], by pair
    private final long[] firstSeen; // long[P], epoch ms, by pair
    private final float[] distance; // float[P], by pair, 0 when it was seen itself
    private final int[] userOffsets; // int[N + 1]
    private final int[] users; // int[P], by use: account, ascending within an identifier
    private final int[] pairs; // int[P], by use: pair

    RelationGraph(
            IdentifierTypes types,
            int[] identifierOfSnapshot,
            byte[] type,
            int[] pairOffsets,
            int[] identifiers,
            long[] firstSeen,
            float[] distance,
            int[] userOffsets,
            int[] users,
            int[] pairs) {
        this.types = types;
        this.identifierOfSnapshot = identifierOfSnapshot;
        this.type = type;
        this.pairOffsets = pairOffsets;
        this.identifiers = identifiers;
        this.firstSeen = firstSeen;
        this.distance = distance;
        this.userOffsets = userOffsets;
        this.users = users;
        this.pairs = pairs;
    }

    /** O(sightings + pairs). */
    public static RelationGraph of(IdentityGraph snapshot, Resemblances resemblances) {
        return new RelationGraphBuilder(snapshot, resemblances).build();
    }

    public IdentifierTypes types() {
        return types;
    }

    public int accountCount() {
        return pairOffsets.length - 1;
    }

    /** Identifiers that at least two accounts use. */
    public int identifierCount() {
        return type.length;
    }

    public int pairCount() {
        return identifiers.length;
    }

    /** The number of an identifier in the snapshot. */
    public int identifierOfSnapshot(int identifier) {
        return identifierOfSnapshot[identifier];
    }

    /** The identifier of that relation and number in the snapshot; -1 when fewer than two accounts use it. O(log identifiers). */
    public int find(int relation, int ofSnapshot) {
        int low = 0;
        int high = type.length - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int order = type[middle] != relation
                    ? Integer.compare(type[middle], relation)
                    : Integer.compare(identifierOfSnapshot[middle], ofSnapshot);
            if (order == 0) {
                return middle;
            }
            if (order < 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return -1;
    }

    /** Ordinal of its relation in {@link #types()}. */
    public int type(int identifier) {
        return type[identifier];
    }

    /** How many accounts use it, at least two. */
    public int degree(int identifier) {
        return userOffsets[identifier + 1] - userOffsets[identifier];
    }

    /** The first pair of an account; its last is {@code firstPair(account + 1) - 1}. */
    public int firstPair(int account) {
        return pairOffsets[account];
    }

    /** O(log accounts). */
    public int accountOfPair(int pair) {
        int low = 0;
        int high = accountCount() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (pairOffsets[middle] <= pair) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    public int identifierOf(int pair) {
        return identifiers[pair];
    }

    /** When the pair was first seen, milliseconds since 1970 UTC; of a resemblance, when the resembling one was. */
    public long firstSeen(int pair) {
        return firstSeen[pair];
    }

    /** 0 when the account showed the identifier itself, else how far what it showed is from it, up to 1. */
    public float distance(int pair) {
        return distance[pair];
    }

    /** The first use of an identifier; its last is {@code firstUse(identifier + 1) - 1}. */
    public int firstUse(int identifier) {
        return userOffsets[identifier];
    }

    public int accountOf(int use) {
        return users[use];
    }

    public int pairOf(int use) {
        return pairs[use];
    }

    /** Copies the rows of the accounts: int32[accounts + 1] offsets, then int32[pairs] identifiers. */
    public void copyListening(IntBuffer offsets, IntBuffer of) {
        offsets.put(pairOffsets);
        of.put(identifiers);
    }

    /** Copies the rows of the identifiers: int32[identifiers + 1] offsets, then accounts and pairs, int32[pairs] each. */
    public void copySpeaking(IntBuffer offsets, IntBuffer accounts, IntBuffer of) {
        offsets.put(userOffsets);
        accounts.put(users);
        of.put(pairs);
    }

    /** Copies the rows of some accounts: int32[count] first pairs. */
    public void copyAccounts(int first, int count, IntBuffer firstPair) {
        firstPair.put(pairOffsets, first, count);
    }

    /** Copies the rows of some identifiers: int8[count] relations, int32[count] numbers of the snapshot and first uses. */
    public void copyIdentifiers(int first, int count, ByteBuffer relation, IntBuffer number, IntBuffer firstUse) {
        relation.put(type, first, count);
        number.put(identifierOfSnapshot, first, count);
        firstUse.put(userOffsets, first, count);
    }

    /** Copies the rows of some pairs: int32[count] identifiers, int64[count] times, float32[count] distances. */
    public void copyPairs(int first, int count, IntBuffer identifier, LongBuffer seen, FloatBuffer far) {
        identifier.put(identifiers, first, count);
        seen.put(firstSeen, first, count);
        far.put(distance, first, count);
    }

    /** Copies some uses: int32[count] accounts and pairs. */
    public void copyUses(int first, int count, IntBuffer accounts, IntBuffer of) {
        accounts.put(users, first, count);
        of.put(pairs, first, count);
    }

    @Override
    public String toString() {
        return accountCount() + " accounts, " + identifierCount() + " shared identifiers, " + pairCount() + " pairs";
    }
}
