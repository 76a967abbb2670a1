package io.ringsight.detect.ring;

import java.util.List;

/**
 * Two or more accounts held together by links.
 *
 * @param ringId of a new ring the {@link RingIds name of its members}; it stays while the ring changes
 * @param members account ids by code point
 * @param risk probability that the ring as a whole is fraudulent
 * @param firstSeen when its first member was created, milliseconds since 1970 UTC
 * @param lastSeen the newest creation or sighting of a member, milliseconds since 1970 UTC
 * @param reasons for the risk, strongest first, then by code
 * @param cohesion mean cosine between members' embeddings and their centre; NaN without embeddings
 */
public record Ring(
        String ringId,
        List<String> members,
        double risk,
        long firstSeen,
        long lastSeen,
        List<Reason> reasons,
        double cohesion) {
    public Ring {
        members = List.copyOf(members);
        reasons = List.copyOf(reasons);
        if (members.size() < 2) {
            throw new IllegalArgumentException("A ring has at least two members, not " + members.size() + ".");
        }
    }

    /** The same ring by another id. */
    public Ring named(String id) {
        return new Ring(id, members, risk, firstSeen, lastSeen, reasons, cohesion);
    }

    public int size() {
        return members.size();
    }
}
