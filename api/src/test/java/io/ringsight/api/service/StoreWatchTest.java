package io.ringsight.api.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class StoreWatchTest {
    private long now = -5; // clocks may be negative
    private final StoreWatch watch = new StoreWatch(() -> now);

    @Test
    void aStoreThatFailsIsDownUntilItAnswers() {
        assertThat(watch.storeAnswers()).isTrue();
        watch.asks();
        watch.failed();
        assertThat(watch.storeAnswers()).isFalse();
        watch.asks();
        assertThat(watch.storeAnswers())
                .as("asked again, it has not answered yet")
                .isFalse();
        watch.answered();
        assertThat(watch.storeAnswers()).isTrue();
    }

    @Test
    void aStoreThatKeepsUsWaitingIsDown() {
        watch.asks();
        now += StoreWatch.PATIENCE.toNanos();
        assertThat(watch.storeAnswers()).isTrue();
        now++;
        assertThat(watch.storeAnswers()).isFalse();
        watch.answered();
        now += Duration.ofDays(1).toNanos();
        assertThat(watch.storeAnswers()).as("nobody has asked since").isTrue();
    }

    @Test
    void whatIsKnownAgesUntilTheLogIsReadAgain() {
        now += Duration.ofMillis(1_500).toNanos();
        watch.asks();
        watch.answered();
        assertThat(watch.indexAgeMillis()).isEqualTo(1_500);
        watch.caughtUp();
        assertThat(watch.indexAgeMillis()).isZero();
    }
}
