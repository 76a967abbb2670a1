package io.ringsight.detect.neo4j;

import io.ringsight.detect.Detection;
import io.ringsight.detect.evidence.Resemblances;
import io.ringsight.ingest.neo4j.Store;
import java.util.Optional;

/**
 * Detections in the store. One is published whole or not at all: it is written beside the one that readers see, and takes
 * its place in one transaction. The one before stays until the next, for whoever is reading it. Reading gives back an
 * equal detection.
 */
public final class DetectionStore {
    private DetectionStore() {}

    /**
     * Writes a detection and which identifiers resemble each other by it.
     *
     * @return the number of the published detection: 1, 2, …
     */
    public static long publish(Store store, Detection detection, Resemblances resemblances) {
        return new DetectionWriter(store).publish(detection, resemblances);
    }

    /** The detection published last. */
    public static Optional<Detection> read(Store store) {
        return new DetectionReader(store).read();
    }

    /** The number of the detection published last: a cheap way to see that there is a new one. */
    public static Optional<Long> currentNumber(Store store) {
        return new DetectionReader(store).number();
    }
}
