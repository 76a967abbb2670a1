package io.ringsight.gnn.arrow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ringsight.gnn.Graphs;
import io.ringsight.gnn.Views;
import io.ringsight.gnn.graph.GraphView;
import io.ringsight.ingest.error.ErrorCode;
import io.ringsight.ingest.error.RingsightException;
import io.ringsight.ingest.record.IdentifierKind;
import io.ringsight.ingest.record.IdentifierType;
import io.ringsight.ingest.record.IdentifierTypes;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import org.apache.arrow.memory.RootAllocator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GraphFilesTest {
    private final RootAllocator allocator = new RootAllocator();
    private final GraphView view = Views.of(Graphs.random(40_000, 9_000, 1, 700));

    @AfterEach
    void nothingIsLeft() {
        assertThat(allocator.getAllocatedMemory()).isZero();
        allocator.close();
    }

    @Test
    void aViewComesBackAsItWas(@TempDir Path folder) {
        GraphFiles.write(view, folder, allocator);
        GraphView read = GraphFiles.read(folder, IdentifierTypes.builtIn(), allocator);
        assertThat(read.schema()).isEqualTo(view.schema());
        assertThat(read.moment()).isEqualTo(view.moment());
        assertThat(read.createdAt()).isEqualTo(view.createdAt());
        assertThat(read.idHash()).isEqualTo(view.idHash());
        assertThat(read.accounts().columns())
                .zipSatisfy(
                        view.accounts().columns(),
                        (one, other) -> assertThat(one).isEqualTo(other));
        int pairs = view.graph().pairCount();
        assertThat(read.graph()).hasToString(view.graph().toString());
        for (int pair = 0; pair < pairs; pair++) {
            assertThat(read.graph().identifierOf(pair)).isEqualTo(view.graph().identifierOf(pair));
            assertThat(read.graph().accountOf(pair)).isEqualTo(view.graph().accountOf(pair));
            assertThat(read.graph().pairOf(pair)).isEqualTo(view.graph().pairOf(pair));
            assertThat(read.graph().firstSeen(pair)).isEqualTo(view.graph().firstSeen(pair));
            assertThat(read.pairs().value(pair, pair % 18))
                    .isEqualTo(view.pairs().value(pair, pair % 18));
        }
    }

    @Test
    void refusesAViewOfOtherIdentifierTypes(@TempDir Path folder) {
        GraphFiles.write(Views.of(Graphs.of("alice:1 bob:1")), folder, allocator);
        var other = IdentifierTypes.builtIn().with(List.of(new IdentifierType("loyalty_card", IdentifierKind.EXACT)));
        assertThatThrownBy(() -> GraphFiles.read(folder, other, allocator))
                .isInstanceOf(RingsightException.class)
                .hasMessageContaining("loyalty_card");
    }

    @Test
    void refusesFilesOfDifferentViewsAndFilesCutShort(@TempDir Path folder, @TempDir Path elsewhere)
            throws IOException {
        GraphFiles.write(Views.of(Graphs.of("alice:1 bob:1")), folder, allocator);
        GraphFiles.write(Views.of(Graphs.of("alice:1 bob:1 carol:1")), elsewhere, allocator);
        byte[] mine = Files.readAllBytes(folder.resolve("uses.arrow"));
        Files.copy(elsewhere.resolve("uses.arrow"), folder.resolve("uses.arrow"), StandardCopyOption.REPLACE_EXISTING);
        assertThatThrownBy(() -> GraphFiles.read(folder, IdentifierTypes.builtIn(), allocator))
                .hasMessageContaining("is of another view than the first one");
        Files.write(folder.resolve("uses.arrow"), Arrays.copyOf(mine, mine.length / 2));
        assertThatThrownBy(() -> GraphFiles.read(folder, IdentifierTypes.builtIn(), allocator))
                .isInstanceOfSatisfying(
                        RingsightException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.INPUT_UNREADABLE));
    }

    @Test
    void embeddingsAreATableToo(@TempDir Path folder) {
        var numbers = FloatBuffer.wrap(new float[] {1, 2, 3, 4});
        var table = GraphTables.embeddings(
                new float[] {-1, 1},
                (first, last, target) -> target.put(numbers.slice(first * 2, (last - first) * 2)),
                2);
        Path file = folder.resolve("embeddings.arrow");
        GraphFiles.write(table, file, allocator);
        TableFile.read(
                file,
                batch -> {
                    var read = EmbeddingsIntake.of(batch.getSchema(), 2);
                    read.take(batch);
                    read.finish();
                    FloatBuffer second = FloatBuffer.allocate(2);
                    read.copy(1, 2, second);
                    assertThat(second.array()).containsExactly(3, 4);
                    assertThat(read.logOdds()).containsExactly(-1, 1);
                },
                allocator);
        assertThat(folder).isDirectoryNotContaining("glob:**.part");
    }
}
