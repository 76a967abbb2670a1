package io.ringsight.detect.neo4j;

import io.ringsight.detect.Detection;
import io.ringsight.detect.evidence.Resemblances;
import io.ringsight.detect.lineage.Succession;
import io.ringsight.detect.ring.Ring;
import io.ringsight.ingest.neo4j.Store;
import java.util.Optional;

/**
 * Detections in the store. One is published whole or not at all: it is written beside the one that readers see, and takes
 * its place in one transaction. Some before it stay, for whoever is reading them and for replays. Reading gives back an
 * equal detection.
 */
public final class DetectionStore {
    private DetectionStore() {}

    /**
     * What was published.
     *
     * @param number of the detection: 1, 2, …
     * @param detection with rings named by what they were before
     * @param succession what became of the rings before
     */
    public record Published(long number, Detection detection, Succession succession) {}

    /**
     * Writes a detection and which identifiers resemble each other by it. Its rings, which are named by their members, are given the ids
     * of the rings that they were before.
     *
     * @throws io.ringsight.ingest.error.RingsightException STORE_UNAVAILABLE when another was published meanwhile
     */
    public static Published publish(
            Store store, Detection detection, Resemblances resemblances, Publication publication) {
        var following = Succession.of(
                LineageStore.history(store).with(publication.interim().versions()),
                detection.rings().stream().map(Ring::members).toList(),
                publication.since(),
                publication.at());
        Succession succession = publication.interim().and(following);
        Detection named = detection.renamed(succession.ids());
        long number = new DetectionWriter(store, publication).publish(named, resemblances, succession);
        return new Published(number, named, succession);
    }

    /** The detection published last. */
    public static Optional<Detection> read(Store store) {
        return new DetectionReader(store).read();
    }

    /** A detection by its number; empty when there was none of that number, or it is kept no more. */
    public static Optional<Detection> read(Store store, long number) {
        return new DetectionReader(store).read(number);
    }

    /** The number of the detection published last: a cheap way to see that there is a new one. */
    public static Optional<Long> currentNumber(Store store) {
        return new DetectionReader(store).number();
    }
}
