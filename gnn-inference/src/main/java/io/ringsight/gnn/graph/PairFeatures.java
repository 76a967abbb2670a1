package io.ringsight.gnn.graph;

import io.ringsight.ingest.error.ErrorCode;
import io.ringsight.ingest.error.RingsightException;
import io.ringsight.ingest.progress.Progress;
import io.ringsight.ingest.record.AccountAttribute;
import io.ringsight.ingest.snapshot.IdentityGraph;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.List;

/**
 * What is known of a pair beyond that it exists: float32[pairs][{@link #WIDTH}]. Shares are of the other accounts that use the
 * identifier, so a pair never describes its account by itself. "Within" is of the times at which the pairs were first seen.
 *
 * <table>
 * <caption>columns, about 0 to 1</caption>
 * <tr><th>name</th><th>meaning</th></tr>
 * <tr><td>others</td><td>log2(1 + other accounts) / 8</td></tr>
 * <tr><td>rarity</td><td>-log2(share of the accounts that use the relation at all) / 16</td></tr>
 * <tr><td>age</td><td>log(1 + days since first seen, at most 30) / log 31</td></tr>
 * <tr><td>delay</td><td>log(1 + days from the creation of the account) / 4</td></tr>
 * <tr><td>distance</td><td>of a resemblance, else 0</td></tr>
 * <tr><td>resembles</td><td>1 when the account showed one that resembles it, not itself</td></tr>
 * <tr><td>placeholder</td><td>1 when forms are filled with it for want of a value</td></tr>
 * <tr><td>earlier</td><td>share seen before</td></tr>
 * <tr><td>gap</td><td>log(1 + days to the nearest other) / 5</td></tr>
 * <tr><td>within_1_day, within_7_days, within_30_days</td><td>share that near in time</td></tr>
 * <tr><td>same_given_name, same_surname, same_birth_date</td><td>share of equal value</td></tr>
 * <tr><td>unlike</td><td>share of another surname and another birth date, all known</td></tr>
 * <tr><td>tied</td><td>share with which the account shares another relation too</td></tr>
 * <tr><td>ties</td><td>mean number of other relations shared / 4</td></tr>
 * </table>
 */
public final class PairFeatures {
    /** Names of the columns, in order. */
    public static final List<String> NAMES = List.of(
            "others",
            "rarity",
            "age",
            "delay",
            "distance",
            "resembles",
            "placeholder",
            "earlier",
            "gap",
            "within_1_day",
            "within_7_days",
            "within_30_days",
            "same_given_name",
            "same_surname",
            "same_birth_date",
            "unlike",
            "tied",
            "ties");

    public static final int WIDTH = NAMES.size();

    static final int OTHERS = 0;
    static final int RARITY = 1;
    static final int DISTANCE = 4;
    static final int RESEMBLES = 5;
    static final int EARLIER = 7;
    static final int GAP = 8;
    static final int WITHIN_1_DAY = 9;
    static final int WITHIN_7_DAYS = 10;
    static final int SAME_GIVEN_NAME = 12;
    static final int SAME_SURNAME = 13;
    static final int SAME_BIRTH_DATE = 14;
    static final int UNLIKE = 15;
    static final int TIED = 16;
    static final double DAY = 86_400_000;

    /** Off the heap, so that tensors and Arrow columns can be these very bytes. */
    private final FloatBuffer values;

    private final ByteBuffer rows;

    private PairFeatures(ByteBuffer rows) {
        this.rows = rows;
        this.values = rows.asFloatBuffer();
    }

    /**
     * @param moment of the snapshot, milliseconds since 1970 UTC
     */
    public static PairFeatures of(RelationGraph graph, IdentityGraph snapshot, long moment, Progress progress) {
        ByteBuffer rows = room(graph.pairCount());
        FloatBuffer values = rows.asFloatBuffer();
        own(graph, snapshot, moment, values);
        crowds(graph, snapshot, values, progress);
        ties(graph, values, progress);
        return new PairFeatures(rows);
    }

    /** From float32[pairs][WIDTH] in a buffer of {@link #room}, not copied. */
    static PairFeatures of(ByteBuffer rows) {
        return new PairFeatures(rows);
    }

    /** Zeros, off the heap, which go when nobody looks at them any more. */
    static ByteBuffer room(int pairs) {
        long bytes = (long) pairs * WIDTH * Float.BYTES;
        if (bytes > Integer.MAX_VALUE) {
            throw new RingsightException(
                    ErrorCode.TOO_LARGE,
                    "The features of " + pairs + " pairs take " + bytes + " bytes; one buffer has at most "
                            + Integer.MAX_VALUE + ".",
                    "Maybe look at a part of the graph, or at an earlier moment.");
        }
        return ByteBuffer.allocateDirect((int) bytes).order(ByteOrder.nativeOrder());
    }

    public float value(int pair, int column) {
        return values.get(pair * WIDTH + column);
    }

    /** Copies float32[WIDTH] of one pair into {@code rows} from {@code position}. */
    public void copyRow(int pair, float[] rows, int position) {
        values.get(pair * WIDTH, rows, position, WIDTH);
    }

    /** float32[pairs][WIDTH] where it lies: off the heap, to be read alone, in native order. */
    public ByteBuffer rows() {
        return rows.asReadOnlyBuffer().order(ByteOrder.nativeOrder());
    }

    /** The same of some pairs. */
    public ByteBuffer rows(int first, int count) {
        return rows().slice(first * WIDTH * Float.BYTES, count * WIDTH * Float.BYTES)
                .order(ByteOrder.nativeOrder());
    }

    private static void own(RelationGraph graph, IdentityGraph snapshot, long moment, FloatBuffer values) {
        int[] members = members(snapshot);
        for (int account = 0; account < graph.accountCount(); account++) {
            for (int pair = graph.firstPair(account); pair < graph.firstPair(account + 1); pair++) {
                int identifier = graph.identifierOf(pair);
                own(
                        values,
                        pair,
                        graph.degree(identifier),
                        members[graph.type(identifier)],
                        moment - graph.firstSeen(pair),
                        graph.firstSeen(pair) - snapshot.createdAt(account),
                        graph.distance(pair),
                        snapshot.isPlaceholder(graph.identifierOfSnapshot(identifier)));
            }
        }
    }

    /**
     * What is known of a pair by itself.
     *
     * @param degree accounts that use the identifier, at least two
     * @param members accounts that use the relation at all
     * @param age milliseconds since it was first seen
     * @param delay milliseconds from the creation of the account until then
     */
    static void own(
            FloatBuffer rows,
            int pair,
            int degree,
            int members,
            long age,
            long delay,
            float distance,
            boolean placeholder) {
        int at = pair * WIDTH;
        rows.put(at, (float) (log2(degree) / 8));
        rows.put(at + RARITY, (float) (log2(Math.max(1.0, members / (double) degree)) / 16));
        rows.put(at + 2, (float) (Math.log1p(Math.clamp(age / DAY, 0.0, 30.0)) / Math.log(31)));
        rows.put(at + 3, (float) (Math.log1p(Math.max(0, delay) / DAY) / 4));
        rows.put(at + DISTANCE, distance);
        rows.put(at + RESEMBLES, distance > 0 ? 1 : 0);
        rows.put(at + 6, placeholder ? 1 : 0);
    }

    private static void crowds(RelationGraph graph, IdentityGraph snapshot, FloatBuffer values, Progress progress) {
        var crowd = new Crowd();
        int[] attributes = new int[AccountAttribute.values().length];
        for (int identifier = 0; identifier < graph.identifierCount(); identifier++) {
            if ((identifier & 0xffff) == 0) {
                progress.check();
            }
            crowd.clear();
            int end = graph.firstUse(identifier + 1);
            for (int use = graph.firstUse(identifier); use < end; use++) {
                attributes(snapshot, graph.accountOf(use), attributes);
                crowd.add(graph.firstSeen(graph.pairOf(use)), attributes);
            }
            crowd.settle();
            for (int use = graph.firstUse(identifier); use < end; use++) {
                attributes(snapshot, graph.accountOf(use), attributes);
                int pair = graph.pairOf(use);
                crowd.describe(graph.firstSeen(pair), attributes, values, pair * WIDTH, 1);
            }
        }
    }

    private static void attributes(IdentityGraph snapshot, int account, int[] values) {
        for (AccountAttribute attribute : AccountAttribute.values()) {
            values[attribute.ordinal()] = snapshot.attribute(attribute, account);
        }
    }

    /** int[relations]: accounts that use a relation at all, shared or not. */
    public static int[] members(IdentityGraph snapshot) {
        int[] members = new int[snapshot.types().size()];
        for (int account = 0; account < snapshot.accountCount(); account++) {
            boolean[] uses = new boolean[members.length];
            for (int s = snapshot.firstSighting(account); s < snapshot.firstSighting(account + 1); s++) {
                int type = snapshot.identifierType(snapshot.identifierOf(s));
                members[type] += uses[type] ? 0 : 1;
                uses[type] = true;
            }
        }
        return members;
    }

    private static void ties(RelationGraph graph, FloatBuffer values, Progress progress) {
        var coUsers = new CoUsers(graph);
        for (int account = 0; account < graph.accountCount(); account++) {
            if ((account & 0xffff) == 0) {
                progress.check();
            }
            if (graph.firstPair(account + 1) - graph.firstPair(account) < 2) {
                continue;
            }
            coUsers.collect(account);
            for (int pair = graph.firstPair(account); pair < graph.firstPair(account + 1); pair++) {
                ties(graph, coUsers, account, pair, values);
            }
        }
    }

    /** Of a hub, {@link CoUsers#CROWD} users evenly spaced stand for all. */
    private static void ties(RelationGraph graph, CoUsers coUsers, int account, int pair, FloatBuffer values) {
        int identifier = graph.identifierOf(pair);
        long others = ~(1L << graph.type(identifier));
        int step = Math.ceilDiv(graph.degree(identifier), CoUsers.CROWD);
        int asked = 0;
        int tied = 0;
        int ties = 0;
        for (int use = graph.firstUse(identifier); use < graph.firstUse(identifier + 1); use += step) {
            int other = graph.accountOf(use);
            if (other != account) {
                int shared = Long.bitCount(coUsers.relations(other) & others);
                asked++;
                tied += shared > 0 ? 1 : 0;
                ties += shared;
            }
        }
        ties(values, pair, asked, tied, ties);
    }

    /**
     * @param asked others that were looked at
     * @param tied those with which the account shares another relation
     * @param ties other relations shared, over all of these
     */
    static void ties(FloatBuffer rows, int pair, int asked, int tied, int ties) {
        if (asked > 0) {
            rows.put(pair * WIDTH + TIED, (float) tied / asked);
            rows.put(pair * WIDTH + TIED + 1, (float) ties / asked / 4);
        }
    }

    private static double log2(double value) {
        return Math.log(value) / Math.log(2);
    }
}
