package io.ringsight.ingest.resemblance;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;

/**
 * Every pair, in tiles that stay in the cache, with loops that become vector instructions: the control. Counts pairs by distance
 * up to the radius, for the first {@code rows} signatures against those after them.
 */
final class BruteForce {
    private static final int TILE = 1_024;

    private final Columns columns;
    private final int size;
    private final int radius;

    BruteForce(Signatures signatures, int radius) {
        this.size = signatures.size();
        this.radius = radius;
        this.columns = new Columns(signatures, IntStream.range(0, size).toArray());
    }

    /** Pairs whose first end is in {@code [from, to)}, by distance. */
    long[] count(int from, int to, int threads) throws InterruptedException {
        var counts = new LongAdder[radius + 1];
        Arrays.setAll(counts, _ -> new LongAdder());
        var next = new AtomicInteger(from);
        var workers = new Thread[threads];
        for (int t = 0; t < threads; t++) {
            workers[t] = Thread.ofPlatform().start(() -> {
                int[] distances = new int[TILE];
                for (int block; (block = next.getAndAdd(TILE)) < to; ) {
                    block(block, Math.min(to, block + TILE), distances, counts);
                }
            });
        }
        for (Thread worker : workers) {
            worker.join();
        }
        return Arrays.stream(counts).mapToLong(LongAdder::sum).toArray();
    }

    private void block(int from, int to, int[] distances, LongAdder[] counts) {
        for (int tile = from; tile < size; tile += TILE) {
            for (int one = from; one < to; one++) {
                int start = Math.max(tile, one + 1);
                int count = Math.min(size, tile + TILE) - start;
                if (count <= 0) {
                    continue;
                }
                columns.distances(one, start, count, distances);
                if (Columns.within(distances, count, radius) > 0) {
                    for (int i = 0; i < count; i++) {
                        if (distances[i] <= radius) {
                            counts[distances[i]].increment();
                        }
                    }
                }
            }
        }
    }
}
