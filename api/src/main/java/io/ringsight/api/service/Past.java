package io.ringsight.api.service;

import io.ringsight.detect.lineage.LineageEvent;
import io.ringsight.detect.lineage.RingHistory;
import io.ringsight.detect.lineage.RingVersion;
import io.ringsight.detect.neo4j.LineageStore;
import io.ringsight.ingest.neo4j.LabelStore;
import io.ringsight.ingest.neo4j.Store;
import io.ringsight.ingest.record.AccountLabel;
import io.ringsight.ingest.record.AccountLabel.Verdict;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What came before a detection: what rings were, what became of them lately, what accounts were found to be. Immutable.
 *
 * @param recent events of the last days, by ring
 * @param labels all that are known
 */
record Past(RingHistory history, Map<String, List<LineageEvent>> recent, List<AccountLabel> labels) {
    private static final Duration KEPT = Duration.ofDays(7);

    /** @param now milliseconds since 1970 UTC */
    static Past read(Store store, long now) {
        return new Past(
                LineageStore.history(store),
                LineageStore.eventsSince(store, now - KEPT.toMillis()).stream()
                        .collect(Collectors.groupingBy(LineageEvent::ringId)),
                LabelStore.read(store));
    }

    /** Labels of fraud. */
    List<AccountLabel> fraud() {
        return labels.stream().filter(label -> label.verdict() == Verdict.FRAUD).toList();
    }

    /** The version of a ring; 1 in a store whose detection is older than lineage. */
    int version(String ringId) {
        return history.latest(ringId).map(RingVersion::version).orElse(1);
    }

    /** What became of a ring from a moment on. */
    List<LineageEvent> changes(String ringId, long since) {
        return recent.getOrDefault(ringId, List.of()).stream()
                .filter(event -> event.at() >= since)
                .toList();
    }
}
