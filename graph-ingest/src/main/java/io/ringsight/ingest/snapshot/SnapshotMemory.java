package io.ringsight.ingest.snapshot;

import java.util.List;

/**
 * What the arrays of a snapshot weigh, without the 16 bytes of each array's header.
 *
 * @param arrays in the order in which {@link IdentityGraph} declares them
 */
public record SnapshotMemory(List<Item> arrays) {
    /**
     * One array.
     *
     * @param meaning what it holds
     * @param type its element type
     * @param length elements
     */
    public record Item(String meaning, String type, long length, int elementBytes) {
        public long bytes() {
            return length * elementBytes;
        }
    }

    public SnapshotMemory {
        arrays = List.copyOf(arrays);
    }

    public long bytes() {
        return arrays.stream().mapToLong(Item::bytes).sum();
    }
}
