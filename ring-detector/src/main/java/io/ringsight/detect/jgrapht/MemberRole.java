package io.ringsight.detect.jgrapht;

import java.util.Locale;

/** Which part an account plays in how its ring hangs together: the first of these that it is. */
public enum MemberRole {
    /** Linked with at least half of the others, with at least three, and with at least twice as many as the median member. */
    HUB,
    /**
     * Without it the ring falls apart: a cut vertex (J. Hopcroft, R. Tarjan: Algorithm 447, efficient algorithms for graph manipulation,
     * Comm. ACM 16 (1973), doi:10.1145/362248.362272).
     */
    BRIDGE,
    /** Of the innermost k-core, k at least 2 (S. B. Seidman: Network structure and minimum degree, Social Networks 5 (1983),
     * doi:10.1016/0378-8733(83)90028-X). */
    CORE,
    /** All others. */
    FRINGE;

    /** The word that JSON uses. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
