package io.ringsight.api.service;

import io.ringsight.detect.lineage.Interim;
import io.ringsight.detect.lineage.LineageEvent;
import io.ringsight.detect.lineage.RingHistory;
import io.ringsight.detect.lineage.RingVersion;
import io.ringsight.detect.neo4j.LineageStore;
import io.ringsight.ingest.neo4j.LabelStore;
import io.ringsight.ingest.neo4j.Store;
import io.ringsight.ingest.record.AccountLabel;
import io.ringsight.ingest.record.AccountLabel.Verdict;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What came before a detection: what rings were, what became of them lately, what accounts were found to be. Immutable.
 *
 * @param number of the detection
 * @param publishedAt milliseconds since 1970 UTC
 * @param history of all rings until the detection
 * @param versions of rings that there are
 * @param recent events of the last days, by ring
 * @param labels all that are known
 */
record Past(
        long number,
        long publishedAt,
        RingHistory history,
        Map<String, Integer> versions,
        Map<String, List<LineageEvent>> recent,
        List<AccountLabel> labels) {
    private static final Duration KEPT = Duration.ofDays(7);

    /** @param now milliseconds since 1970 UTC */
    static Past read(Store store, long number, long now) {
        RingHistory history = LineageStore.history(store);
        return new Past(
                number,
                LineageStore.epoch(store, number).map(LineageStore.Epoch::at).orElse(0L),
                history,
                history.standing().stream().collect(Collectors.toMap(RingVersion::ringId, RingVersion::version)),
                LineageStore.eventsSince(store, now - KEPT.toMillis()).stream()
                        .collect(Collectors.groupingBy(LineageEvent::ringId)),
                LabelStore.read(store));
    }

    /** With what became of rings since the detection. */
    Past with(Interim since) {
        Map<String, Integer> now = new HashMap<>(versions);
        since.latest().forEach((ring, version) -> now.put(ring, version.version()));
        Map<String, List<LineageEvent>> lately = new HashMap<>(recent);
        since.events().forEach(event -> lately.merge(event.ringId(), List.of(event), Past::both));
        return new Past(number, publishedAt, history, now, lately, labels);
    }

    private static List<LineageEvent> both(List<LineageEvent> some, List<LineageEvent> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }

    /** Labels of fraud. */
    List<AccountLabel> fraud() {
        return labels.stream().filter(label -> label.verdict() == Verdict.FRAUD).toList();
    }

    /** The version of a ring; 1 in a store whose detection is older than lineage. */
    int version(String ringId) {
        return versions.getOrDefault(ringId, 1);
    }

    /** What became of a ring from a moment on. */
    List<LineageEvent> changes(String ringId, long since) {
        return recent.getOrDefault(ringId, List.of()).stream()
                .filter(event -> event.at() >= since)
                .toList();
    }
}
