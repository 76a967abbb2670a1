package io.ringsight.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RejectionFileTest {
    @TempDir
    Path folder;

    @Test
    void writesALineARejection() {
        Path path = folder.resolve("rejected.jsonl");
        try (var file = new RejectionFile(path)) {
            file.reject(new Rejection(
                    Rejection.Scope.RECORD, Optional.empty(), new Origin("a.jsonl", 7), "is not valid JSON"));
            file.reject(new Rejection(
                    Rejection.Scope.FIELD, Optional.of("A\"1"), new Origin("a.jsonl", 8, "name"), "must be a string"));
        }
        assertThat(path).hasContent("""
                        {"file":"a.jsonl","line":7,"field":"","reason":"is not valid JSON"}
                        {"file":"a.jsonl","line":8,"account_id":"A\\"1","field":"name","reason":"must be a string"}
                        """);
    }

    @Test
    void saysWhenItCannotBeWritten() {
        assertThatThrownBy(() -> new RejectionFile(folder.resolve("none/rejected.jsonl")))
                .hasMessageContaining("Cannot write");
    }
}
