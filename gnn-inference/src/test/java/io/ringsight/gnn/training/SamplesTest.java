package io.ringsight.gnn.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SamplesTest {
    private final AtomicInteger open = new AtomicInteger();

    @Test
    void givesWhatWouldHaveBeenMadeOnTheSpot() {
        List<Integer> numbers = IntStream.range(0, 50).boxed().toList();
        var expected = new SplittableRandom(1);
        var random = new SplittableRandom(1);
        try (var samples = Samples.ahead(numbers, number -> new Made(number + random.nextLong()))) {
            for (int number : numbers) {
                try (Made made = samples.next()) {
                    assertThat(made.value).isEqualTo(number + expected.nextLong());
                }
            }
            assertThatThrownBy(samples::next).hasMessage("Nothing is left.");
        }
        assertThat(open).hasValue(0);
    }

    @Test
    void onDemandNothingIsMadeBefore() {
        try (var samples = Samples.onDemand(List.of(1L, 2L), Made::new)) {
            assertThat(open).hasValue(0);
            Made first = samples.next();
            assertThat(open).hasValue(1);
            first.close();
        }
    }

    @Test
    void makesTheNextWhileTheLastIsUsed() throws InterruptedException {
        var second = new CountDownLatch(1);
        try (var samples = Samples.ahead(List.of(1, 2), number -> {
                    if (number == 2) {
                        second.countDown();
                    }
                    return new Made(number);
                });
                Made _ = samples.next()) {
            assertThat(second.await(30, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void closesWhatNobodyAskedFor() {
        try (var samples = Samples.ahead(List.of(1L, 2L, 3L), Made::new)) {
            samples.next().close();
        }
        assertThat(open).hasValue(0);
    }

    @Test
    void throwsWhatTheMakerThrewWhereItIsAskedFor() {
        try (var samples = Samples.<Integer, Made>ahead(List.of(1, 2), number -> {
            throw new IllegalArgumentException("number " + number);
        })) {
            assertThatThrownBy(samples::next)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("number 1");
        }
    }

    private final class Made implements AutoCloseable {
        private final long value;

        Made(long value) {
            this.value = value;
            open.incrementAndGet();
        }

        @Override
        public void close() {
            open.decrementAndGet();
        }
    }
}
