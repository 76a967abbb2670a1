package io.ringsight.detect.lineage;

import io.ringsight.detect.ring.RingIds;
import io.ringsight.ingest.record.CodePointOrder;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The rings of all published detections, by what they are now or were last. Immutable. */
public final class RingHistory implements RingPast {
    /** Those that stand longest first: where all else is equal the older keeps its id. */
    public static final Comparator<RingVersion> OLDEST_FIRST =
            Comparator.comparingLong(RingVersion::since).thenComparing(RingVersion::ringId, CodePointOrder.INSTANCE);

    private final List<RingVersion> versions; // by version
    private final Map<String, RingVersion> latest = new HashMap<>();
    private final Map<String, RingVersion> births = new HashMap<>();
    private final Map<String, String> endedByMembers = new HashMap<>(); // name of the last members to ring id

    private RingHistory(Collection<RingVersion> all) {
        versions = all.stream()
                .sorted(Comparator.comparingInt(RingVersion::version))
                .toList();
        Map<String, RingVersion> alive = new HashMap<>();
        for (RingVersion version : versions) {
            latest.put(version.ringId(), version);
            births.putIfAbsent(version.ringId(), version);
            if (!version.ended()) {
                alive.put(version.ringId(), version);
            }
        }
        alive.values().stream()
                .filter(version -> latest(version.ringId()).stream().anyMatch(RingVersion::ended))
                .sorted(OLDEST_FIRST)
                .forEach(version -> endedByMembers.put(RingIds.of(version.members()), version.ringId()));
    }

    /** @param versions all of them, in any order */
    public static RingHistory of(Collection<RingVersion> versions) {
        return new RingHistory(versions);
    }

    public static RingHistory none() {
        return new RingHistory(List.of());
    }

    /** What follows when these versions are published. */
    public RingHistory with(Collection<RingVersion> more) {
        var all = new ArrayList<>(versions);
        all.addAll(more);
        return new RingHistory(all);
    }

    /** The first version of a ring. */
    public Optional<RingVersion> birth(String ringId) {
        return Optional.ofNullable(births.get(ringId));
    }

    @Override
    public Optional<RingVersion> latest(String ringId) {
        return Optional.ofNullable(latest.get(ringId));
    }

    @Override
    public List<RingVersion> standing() {
        return latest.values().stream()
                .filter(version -> !version.ended())
                .sorted(Comparator.comparing(
                        (RingVersion version) -> births.getOrDefault(version.ringId(), version), OLDEST_FIRST))
                .toList();
    }

    @Override
    public Optional<String> endedWith(List<String> members) {
        return Optional.ofNullable(endedByMembers.get(RingIds.of(members)));
    }
}
