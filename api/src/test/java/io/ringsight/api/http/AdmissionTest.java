package io.ringsight.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringsight.api.http.Admission.Bounds;
import io.ringsight.api.http.Admission.Verdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class AdmissionTest {
    private static final Duration LONG = Duration.ofMinutes(1);

    @Test
    void letsInWhoFitsAndOthersWhenSomebodyLeaves() {
        var admission = admission(1, 2, 2, LONG);

        assertThat(admission.enter("a")).isCompletedWithValue(Verdict.ADMITTED);
        CompletableFuture<Verdict> second = admission.enter("a");
        assertThat(second).isNotDone();
        admission.leave();
        assertThat(second).isCompletedWithValue(Verdict.ADMITTED);
        admission.leave();
        assertThat(admission.underWay()).isZero();
    }

    @Test
    void turnsAwayWhatCannotWait() {
        var admission = admission(1, 2, 1, LONG);
        admission.enter("a");
        admission.enter("a");

        assertThat(admission.enter("a")).isCompletedWithValue(Verdict.SHARE_USED);
        assertThat(admission.enter("b")).isNotDone();
        assertThat(admission.enter("c")).isCompletedWithValue(Verdict.FULL);
    }

    @Test
    void takesCallersByTurns() {
        var admission = admission(1, 10, 10, LONG);
        admission.enter("flood");
        CompletableFuture<Verdict> first = admission.enter("flood");
        CompletableFuture<Verdict> second = admission.enter("flood");
        CompletableFuture<Verdict> other = admission.enter("other");

        admission.leave();
        assertThat(first).isDone();
        assertThat(other).isNotDone();
        admission.leave();
        assertThat(other).isDone();
        assertThat(second).isNotDone();
    }

    @Test
    void turnsAwayWhoWaitedTooLongAndForgetsIt() {
        var admission = admission(1, 1, 1, Duration.ofMillis(20));
        admission.enter("a");

        assertThat(admission.enter("a").join()).isEqualTo(Verdict.LATE);
        assertThat(admission.waiting()).isZero();
        admission.leave();
        assertThat(admission.underWay()).isZero();
        assertThat(admission.enter("a")).isCompletedWithValue(Verdict.ADMITTED);
    }

    @Test
    void losesNoPlaceWhenManyComeAndGo() {
        try (var threads = Executors.newFixedThreadPool(8)) {
            var admission = new Admission(new Bounds(3, 20, 10, Duration.ofMillis(2)), threads);
            var random = new SplittableRandom(1);
            List<CompletableFuture<Void>> all = new ArrayList<>();
            for (int i = 0; i < 5_000; i++) {
                String caller = "caller-" + random.nextInt(4);
                all.add(admission.enter(caller).thenAccept(verdict -> {
                    if (verdict == Verdict.ADMITTED) {
                        Thread.yield();
                        admission.leave();
                    }
                }));
            }
            CompletableFuture.allOf(all.toArray(CompletableFuture[]::new)).join();
            assertThat(admission.underWay()).isZero();
            assertThat(admission.waiting()).isZero();
        }
    }

    private static Admission admission(int underWay, int waiting, int waitingOfOne, Duration longest) {
        return new Admission(new Bounds(underWay, waiting, waitingOfOne, longest), Runnable::run);
    }
}
