package io.ringsight.ingest.neo4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;

class SessionsTest {

    @Test
    void keepsRowsOfOneKeyTogether() {
        Queue<List<Integer>> parts = new ConcurrentLinkedQueue<>();
        try (var sessions = new Sessions(3)) {
            sessions.eachPart(List.of(1, 1, 1, 1, 2, 3), key -> key, (part, offset) -> parts.add(part));
        }

        assertThat(parts).containsExactlyInAnyOrder(List.of(1, 1, 1, 1), List.of(2, 3));
    }

    @Test
    void tellsWhereAPartBegins() {
        Queue<Integer> offsets = new ConcurrentLinkedQueue<>();
        try (var sessions = new Sessions(2)) {
            sessions.eachPart(List.of(1, 2, 3, 4), key -> key, (part, offset) -> offsets.add(offset));
        }

        assertThat(offsets).containsExactlyInAnyOrder(0, 2);
    }

    @Test
    void aFailureOfOnePartIsAFailureOfTheWhole() {
        try (var sessions = new Sessions(2)) {
            assertThatIllegalStateException()
                    .isThrownBy(() -> sessions.eachPart(List.of(1, 2), part -> {
                        if (part.contains(2)) {
                            throw new IllegalStateException("two");
                        }
                    }));
        }
    }
}
