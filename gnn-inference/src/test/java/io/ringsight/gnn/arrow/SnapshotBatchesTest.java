package io.ringsight.gnn.arrow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.ringsight.gnn.Graphs;
import io.ringsight.gnn.feature.AccountHash;
import io.ringsight.ingest.error.ErrorCode;
import io.ringsight.ingest.error.RingsightException;
import io.ringsight.ingest.progress.Progress;
import io.ringsight.ingest.snapshot.IdentityGraph;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.arrow.memory.OutOfMemoryException;
import org.apache.arrow.memory.RootAllocator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SnapshotBatchesTest {
    private final RootAllocator allocator = new RootAllocator();

    @AfterEach
    void nothingIsLeft() {
        assertThat(allocator.getAllocatedMemory()).isZero();
        allocator.close();
    }

    @Test
    void listsNeighboursBothWaysEachOnce() {
        var graph = Graphs.of("alice:1,2,2 bob:2 carol:");
        try (var batches = batches(graph, BatchLimits.DEFAULT)) {
            assertThat(batches.accountCount()).isEqualTo(3);
            assertThat(batches.identifierCount()).isEqualTo(2);
            assertThat(batches.pairCount()).isEqualTo(3);
            assertThat(neighbours(batches.accounts())).containsExactly(List.of(0, 1), List.of(1), List.of());
            assertThat(neighbours(batches.identifiers())).containsExactly(List.of(0), List.of(0, 1));
        }
    }

    @Test
    void scalesByDegree() {
        try (var batches = batches(Graphs.of("alice:1,2 bob:2 carol:"), BatchLimits.DEFAULT)) {
            double shared = Math.pow(2, -0.5);
            var accounts = batches.accounts().getFirst().scale();
            var identifiers = batches.identifiers().getFirst().scale();
            assertThat((double) accounts.getFloat(0)).isCloseTo(1 / (1 + shared), within(1e-6));
            assertThat(accounts.getFloat(8)).isZero();
            assertThat(identifiers.getFloat(0)).isOne();
            assertThat((double) identifiers.getFloat(4)).isCloseTo(shared / 2, within(1e-6));
        }
    }

    @Test
    void hashesAccountIdsAlone() {
        var graph = Graphs.of("alice:1 bob:1");
        try (var batches = batches(graph, BatchLimits.DEFAULT)) {
            var hashes = batches.accounts().getFirst().idHashes();
            assertThat(hashes.getLong(8L * graph.findAccount("bob"))).isEqualTo(AccountHash.of("bob"));
        }
    }

    @Test
    void smallBatchesHoldTheSameRows() {
        var graph = Graphs.random(500, 300, 1);
        try (var whole = batches(graph, BatchLimits.DEFAULT);
                var cut = batches(graph, new BatchLimits(10, 25))) {
            assertThat(cut.accounts()).hasSizeGreaterThan(49).allMatch(batch -> batch.rows() <= 10);
            assertThat(neighbours(cut.accounts())).isEqualTo(neighbours(whole.accounts()));
            assertThat(neighbours(cut.identifiers())).isEqualTo(neighbours(whole.identifiers()));
        }
    }

    @Test
    void aRowLargerThanABatchIsABatchOfItsOwn() {
        var hub = new StringBuilder("account0:5");
        for (int i = 1; i < 100; i++) {
            hub.append(" account").append(i).append(":5,").append(1000 + i);
        }
        try (var batches = batches(Graphs.of(hub.toString()), new BatchLimits(50, 20))) {
            assertThat(batches.identifiers())
                    .filteredOn(batch -> batch.edges() > 20)
                    .singleElement()
                    .satisfies(batch -> assertThat(batch.edges()).isEqualTo(100))
                    .satisfies(batch -> assertThat(batch.rows()).isOne());
        }
    }

    @Test
    void leavesNothingBehindWhenMemoryIsShort() {
        var graph = Graphs.random(5000, 3000, 1);
        try (var small = allocator.newChildAllocator("small", 0, 100_000)) {
            assertThatThrownBy(() -> SnapshotBatches.of(graph, 0, new BatchLimits(100, 1000), small, Progress.silent()))
                    .isInstanceOf(OutOfMemoryException.class);
            assertThat(small.getAllocatedMemory()).isZero();
        }
    }

    @Test
    void comesBackFromFilesAsItWas(@TempDir Path folder) {
        try (var written = batches(Graphs.random(500, 300, 1), new BatchLimits(64, 100))) {
            BatchFiles.write(written, folder, allocator);
            try (var read = BatchFiles.read(folder, allocator)) {
                assertSame(read.accounts(), written.accounts());
                assertSame(read.identifiers(), written.identifiers());
            }
        }
    }

    @Test
    void saysWhichFileIsMissingOrCutShort(@TempDir Path folder) throws IOException {
        assertUnreadable(folder);
        try (var batches = batches(Graphs.random(50, 30, 1), BatchLimits.DEFAULT)) {
            BatchFiles.write(batches, folder, allocator);
        }
        Path identifiers = folder.resolve("identifiers.arrow");
        byte[] bytes = Files.readAllBytes(identifiers);
        Files.write(identifiers, Arrays.copyOf(bytes, bytes.length / 2));
        assertUnreadable(folder);
    }

    private void assertUnreadable(Path folder) {
        assertThatThrownBy(() -> BatchFiles.read(folder, allocator))
                .isInstanceOfSatisfying(
                        RingsightException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.INPUT_UNREADABLE));
    }

    private SnapshotBatches batches(IdentityGraph graph, BatchLimits limits) {
        return SnapshotBatches.of(graph, -0.5, limits, allocator, Progress.silent());
    }

    private static void assertSame(List<RowBatch> actual, List<RowBatch> expected) {
        assertThat(actual).hasSameSizeAs(expected);
        for (int i = 0; i < actual.size(); i++) {
            assertThat(actual.get(i).firstRow()).isEqualTo(expected.get(i).firstRow());
            assertThat(actual.get(i).columns().equals(expected.get(i).columns()))
                    .isTrue();
        }
    }

    private static List<List<Integer>> neighbours(List<RowBatch> batches) {
        var all = new ArrayList<List<Integer>>();
        for (RowBatch batch : batches) {
            for (int row = 0; row < batch.rows(); row++) {
                var neighbours = new ArrayList<Integer>();
                for (int e = batch.offsets().getInt(4L * row);
                        e < batch.offsets().getInt(4L * row + 4);
                        e++) {
                    neighbours.add(batch.neighbours().getInt(4L * e));
                }
                all.add(neighbours);
            }
        }
        return all;
    }
}
