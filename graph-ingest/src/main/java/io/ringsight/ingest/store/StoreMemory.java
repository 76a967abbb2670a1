package io.ringsight.ingest.store;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/** How much memory a store's JVM takes at most: an eighth and a sixteenth of the machine, within limits. */
record StoreMemory(long heapBytes, long pageCacheBytes) {
    private static final long MIB = 1L << 20;

    static StoreMemory ofThisMachine() {
        var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return of(system.getTotalMemorySize());
    }

    static StoreMemory of(long machineBytes) {
        return new StoreMemory(
                Math.clamp(machineBytes / 8, 768 * MIB, 4096 * MIB),
                Math.clamp(machineBytes / 16, 128 * MIB, 2048 * MIB));
    }
}
