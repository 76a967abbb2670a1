package io.ringsight.gnn.graph;

import io.ringsight.ingest.record.AccountAttribute;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.Locale;

/**
 * What there is to say of one account, laid out so that {@link AccountFeatures} can say it: of an account of a snapshot or of an applicant
 * whom none holds. Mutable and reused; not thread-safe.
 */
final class AccountFacts {
    static final int ATTRIBUTES = AccountAttribute.values().length;

    long createdAt; // ms since 1970 UTC
    double exposure; // NaN where nothing is known of it
    int sightings;
    final int[] bearers = new int[ATTRIBUTES]; // accounts of the same value, itself too; 0 where it has none
    final int[] identifiers; // by relation: how many different ones it uses

    int pairs; // with identifiers that others use
    int[] pairType = new int[16];
    float[] pairDistance = new float[16];
    FloatBuffer rows = FloatBuffer.allocate(0); // of PairFeatures
    int firstRow; // the row of its first pair

    int coUsers;
    long[] coCreatedAt = new long[64]; // ms since 1970 UTC
    int[] coTies = new int[64]; // relations shared with it
    boolean[] coKin = new boolean[64]; // whether it bears the same surname

    AccountFacts(int relations) {
        identifiers = new int[relations];
    }

    void clear() {
        sightings = 0;
        pairs = 0;
        coUsers = 0;
        Arrays.fill(bearers, 0);
        Arrays.fill(identifiers, 0);
    }

    void pair(int type, float distance) {
        if (pairs == pairType.length) {
            pairType = Arrays.copyOf(pairType, 2 * pairs);
            pairDistance = Arrays.copyOf(pairDistance, 2 * pairs);
        }
        pairType[pairs] = type;
        pairDistance[pairs++] = distance;
    }

    void coUser(long created, int ties, boolean kin) {
        if (coUsers == coTies.length) {
            coCreatedAt = Arrays.copyOf(coCreatedAt, 2 * coUsers);
            coTies = Arrays.copyOf(coTies, 2 * coUsers);
            coKin = Arrays.copyOf(coKin, 2 * coUsers);
        }
        coCreatedAt[coUsers] = created;
        coTies[coUsers] = ties;
        coKin[coUsers++] = kin;
    }

    float value(int pair, int column) {
        return rows.get((firstRow + pair) * PairFeatures.WIDTH + column);
    }

    static String name(AccountAttribute attribute) {
        return attribute.name().toLowerCase(Locale.ROOT);
    }
}
