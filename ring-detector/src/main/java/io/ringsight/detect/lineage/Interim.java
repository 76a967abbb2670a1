package io.ringsight.detect.lineage;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What became of rings between two detections, as they followed what came in.
 *
 * @param versions in order; of one ring there may be several
 * @param events in order
 */
public record Interim(List<RingVersion> versions, List<LineageEvent> events) {
    /** Nothing happened. */
    public static final Interim NONE = new Interim(List.of(), List.of());

    public Interim {
        versions = List.copyOf(versions);
        events = List.copyOf(events);
    }

    /** The newest versions, by ring. */
    public Map<String, RingVersion> latest() {
        Map<String, RingVersion> latest = new LinkedHashMap<>();
        versions.forEach(version -> latest.put(version.ringId(), version));
        return latest;
    }

    /** All that became of rings until a detection that followed: of a ring that changed several times what it was last. */
    public Succession and(Succession following) {
        Set<String> changed = new HashSet<>();
        following.versions().forEach(version -> changed.add(version.ringId()));
        return new Succession(
                following.ids(),
                Stream.concat(
                                latest().values().stream().filter(version -> !changed.contains(version.ringId())),
                                following.versions().stream())
                        .toList(),
                Stream.concat(events.stream(), following.events().stream()).toList());
    }
}
