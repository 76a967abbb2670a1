package io.ringsight.ingest.intake;

import io.ringsight.ingest.source.Rejection;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What was noticed while some records were tokenised. Used by one thread at a time. */
final class Notes {
    private final List<Rejection> rejections = new ArrayList<>();
    private final Map<String, Long> unverified = new HashMap<>();

    void reject(Rejection rejection) {
        rejections.add(rejection);
    }

    void unverified(String type) {
        unverified.merge(type, 1L, Long::sum);
    }

    List<Rejection> rejections() {
        return rejections;
    }

    Map<String, Long> unverified() {
        return unverified;
    }
}
