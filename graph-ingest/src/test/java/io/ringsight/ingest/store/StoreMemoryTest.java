package io.ringsight.ingest.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StoreMemoryTest {
    private static final long GIB = 1L << 30;

    @Test
    void leavesASmallMachineRoom() {
        assertThat(StoreMemory.of(4 * GIB)).isEqualTo(new StoreMemory(768L << 20, 256L << 20));
    }

    @Test
    void takesNoMoreOfALargeMachineThanItNeeds() {
        assertThat(StoreMemory.of(512 * GIB)).isEqualTo(new StoreMemory(4 * GIB, 2 * GIB));
    }
}
