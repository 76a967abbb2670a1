package io.ringsight.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

class RecordSplitterEffortTest {

    @Test
    void readsAFileOfOpenQuotesInFairTime() {
        byte[] file = "x\"y,\"\n".repeat(200_000).getBytes(StandardCharsets.UTF_8);
        Assertions.assertTimeout(
                Duration.ofSeconds(20), () -> assertThat(refused(file)).isGreaterThan(199_000));
    }

    private static int refused(byte[] file) throws IOException {
        int refused = 0;
        try (var splitter = new RecordSplitter(new ByteArrayInputStream(file), true, 1 << 16)) {
            for (Optional<RawRecords> next = splitter.next(); next.isPresent(); next = splitter.next()) {
                assertThat(next.get().refused()).hasSizeLessThanOrEqualTo(256);
                refused += next.get().refused().size();
            }
        }
        return refused;
    }
}
