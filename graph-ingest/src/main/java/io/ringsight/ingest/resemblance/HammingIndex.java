package io.ringsight.ingest.resemblance;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Finds signatures near one, and grows by one at a time: the newest few thousand are compared one by one, older ones stand in
 * segments, each at least four times as large as the next, so that adding n costs O(n log n) in all. Every query looks at a
 * bounded number of candidates and uses memory that is kept for the next one.
 *
 * <p>One thread adds, or many query.
 */
public final class HammingIndex {
    private static final int UNSORTED = 4_096;
    private static final int MERGED_UP_TO = 4; // times the new ones: most stand in one segment
    private static final Queue<Candidates> FREE = new ConcurrentLinkedQueue<>(); // as many as queries ran at once

    private final Signatures signatures;
    private final ResemblanceParameters parameters;
    private final List<SampledSegment> segments = new ArrayList<>();
    private int sorted; // signatures in segments: the first ones

    /** Over signatures that are there already; further ones are added through {@link #add}. */
    public HammingIndex(Signatures signatures, ResemblanceParameters parameters) {
        this.signatures = signatures;
        this.parameters = parameters;
        if (signatures.size() >= UNSORTED) {
            segment(0);
        }
    }

    /** @return the number of the new signature */
    public int add(long[] signature) {
        int number = signatures.add(signature);
        if (signatures.size() - sorted >= UNSORTED) {
            merge();
        }
        return number;
    }

    /** A new segment of the unsorted ones and of those before it that are not four times as large. */
    private void merge() {
        int from = sorted;
        while (!segments.isEmpty() && segments.getLast().size() < MERGED_UP_TO * (signatures.size() - from)) {
            from = segments.removeLast().from();
        }
        segment(from);
    }

    private void segment(int from) {
        segments.addLast(new SampledSegment(signatures, from, signatures.size(), parameters));
        sorted = signatures.size();
    }

    /** Those within the radius, but for the few that sampling misses. */
    public Neighbours query(long[] signature) {
        signatures.require(signature);
        Candidates candidates = FREE.poll();
        if (candidates == null) {
            candidates = new Candidates();
        }
        candidates.clear();
        Neighbours near = query(signature, candidates);
        FREE.add(candidates);
        return near;
    }

    private Neighbours query(long[] signature, Candidates candidates) {
        for (SampledSegment segment : segments) {
            segment.candidates(signature, candidates);
        }
        var near = new NearList(signatures, signature, parameters.radius());
        int[] numbers = candidates.numbers();
        int kept = signatures.keepNear(numbers, candidates.size(), signature, parameters.radius());
        for (int i = 0; i < kept; i++) {
            near.offer(numbers[i]);
        }
        for (int number = sorted; number < signatures.size(); number++) {
            near.offer(number);
        }
        return near.neighbours(candidates.truncated());
    }

    /** Bytes of the segments; the signatures themselves come on top. */
    public long bytes() {
        return segments.stream().mapToLong(SampledSegment::bytes).sum();
    }
}
