package io.ringsight.gnn.graph;

import io.ringsight.ingest.record.AccountAttribute;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * The features of an applicant whom no snapshot holds, the same as it would have in one that does: told what it is and with whom it shares
 * what, then asked for its {@linkplain AccountFeatures row} and {@linkplain PairFeatures pairs}. Of a hub some users stand for all. One
 * applicant; not thread-safe.
 */
public final class ApplicantFeatures {
    /** Users of one identifier that need be told, at most: of a hub as many, evenly spaced. */
    public static final int MOST_USERS = CoUsers.CROWD;

    /** A value that nobody else has. */
    public static final int OF_ITS_OWN = Integer.MAX_VALUE - 1;

    private static final int ATTRIBUTES = AccountFacts.ATTRIBUTES;

    private final AccountFacts facts;
    private final int[] members;
    private final long now;
    private final int[] attributes = new int[ATTRIBUTES];
    private Pair[] pairs = new Pair[16];
    private final Map<Integer, CoUser> coUsers = new HashMap<>(); // by account

    /** A user of what the applicant uses. */
    private static final class CoUser {
        final long createdAt;
        final int[] attributes;
        long relations; // shared by way of identifiers that are no hubs

        CoUser(long createdAt, int[] attributes) {
            this.createdAt = createdAt;
            this.attributes = attributes;
        }
    }

    /** With one identifier. */
    private static final class Pair {
        final int type;
        final long firstSeen;
        final float distance;
        final int others;
        int told;
        long[] seen = new long[4];
        CoUser[] users = new CoUser[4];

        Pair(int type, long firstSeen, float distance, int others) {
            this.type = type;
            this.firstSeen = firstSeen;
            this.distance = distance;
            this.others = others;
        }

        boolean isHub() {
            return others + 1 > CoUsers.CROWD;
        }
    }

    /**
     * @param members int[relations], {@link PairFeatures#members}
     * @param now of the application, milliseconds since 1970 UTC
     * @param createdAt milliseconds since 1970 UTC
     * @param exposure money at stake, NaN where nothing is known of it
     */
    public ApplicantFeatures(int[] members, long now, long createdAt, double exposure) {
        this.members = members;
        this.now = now;
        facts = new AccountFacts(members.length);
        facts.createdAt = createdAt;
        facts.exposure = exposure;
        Arrays.fill(attributes, -1);
    }

    /**
     * @param value its number, or {@link #OF_ITS_OWN}
     * @param bearers accounts of the same value, itself included
     */
    public void attribute(AccountAttribute attribute, int value, int bearers) {
        attributes[attribute.ordinal()] = value;
        facts.bearers[attribute.ordinal()] = bearers;
    }

    /** How often it was seen with any identifier. */
    public void sightings(int count) {
        facts.sightings = count;
    }

    /** An identifier that it uses, whether anybody else does or not. */
    public void identifier(int type) {
        facts.identifiers[type]++;
    }

    /**
     * An identifier that others use too, whose users are told next.
     *
     * @param firstSeen with the applicant, milliseconds since 1970 UTC
     * @param distance 0 when it showed the identifier itself, else how far from it what it showed is
     * @param others how many other accounts use it, at least one
     */
    public void pair(int type, long firstSeen, float distance, int others) {
        if (facts.pairs == pairs.length) {
            pairs = Arrays.copyOf(pairs, 2 * pairs.length);
        }
        pairs[facts.pairs] = new Pair(type, firstSeen, distance, others);
        facts.pair(type, distance);
    }

    /**
     * Another user of the identifier that was told last.
     *
     * @param firstSeen with it, milliseconds since 1970 UTC
     * @param createdAt milliseconds since 1970 UTC
     * @param values by attribute; -1 where it has none; not copied
     */
    public void user(int account, long firstSeen, long createdAt, int[] values) {
        Pair pair = pairs[facts.pairs - 1];
        if (pair.told == pair.seen.length) {
            pair.seen = Arrays.copyOf(pair.seen, 2 * pair.told);
            pair.users = Arrays.copyOf(pair.users, 2 * pair.told);
        }
        CoUser user = coUsers.computeIfAbsent(account, _ -> new CoUser(createdAt, values));
        pair.seen[pair.told] = firstSeen;
        pair.users[pair.told++] = user;
        if (!pair.isHub()) {
            user.relations |= 1L << pair.type;
        }
    }

    /** Whether it shares anything with anybody. */
    public boolean isAlone() {
        return facts.pairs == 0;
    }

    /** float32[pairs][{@link PairFeatures#WIDTH}], as they were told. */
    public float[] pairs() {
        float[] values = new float[facts.pairs * PairFeatures.WIDTH];
        FloatBuffer rows = FloatBuffer.wrap(values);
        var crowd = new Crowd();
        for (int i = 0; i < facts.pairs; i++) {
            Pair pair = pairs[i];
            PairFeatures.own(
                    rows,
                    i,
                    pair.others + 1,
                    members[pair.type],
                    now - pair.firstSeen,
                    pair.firstSeen - facts.createdAt,
                    pair.distance,
                    false); // nobody is told of what forms are filled with
            crowd.clear();
            crowd.add(pair.firstSeen, attributes);
            for (int user = 0; user < pair.told; user++) {
                crowd.add(pair.seen[user], pair.users[user].attributes);
            }
            crowd.settle();
            crowd.describe(pair.firstSeen, attributes, rows, i * PairFeatures.WIDTH, pair.told / (double) pair.others);
            if (facts.pairs > 1) {
                ties(rows, i);
            }
        }
        return values;
    }

    private void ties(FloatBuffer rows, int number) {
        Pair pair = pairs[number];
        long others = ~(1L << pair.type);
        int tied = 0;
        int ties = 0;
        for (int user = 0; user < pair.told; user++) {
            int shared = Long.bitCount(pair.users[user].relations & others);
            tied += shared > 0 ? 1 : 0;
            ties += shared;
        }
        PairFeatures.ties(rows, number, pair.told, tied, ties);
    }

    /**
     * float32[{@link AccountFeatures#names}].
     *
     * @param pairs as {@link #pairs()} gave them
     */
    public float[] row(float[] pairs) {
        facts.rows = FloatBuffer.wrap(pairs);
        facts.coUsers = 0;
        int surname = AccountAttribute.SURNAME.ordinal();
        for (CoUser user : coUsers.values()) {
            if (user.relations != 0) {
                boolean kin = attributes[surname] >= 0 && attributes[surname] == user.attributes[surname];
                facts.coUser(user.createdAt, Long.bitCount(user.relations), kin);
            }
        }
        float[] row = new float[AccountFeatures.width(members.length)];
        AccountFeatures.describe(facts, row);
        return row;
    }
}
