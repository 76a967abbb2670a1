package io.ringsight.api.http;

import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.management.health.indicator.HealthResult;
import io.micronaut.management.health.indicator.annotation.Readiness;
import io.micronaut.scheduling.TaskExecutors;
import io.ringsight.api.service.RingService;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Ready when a snapshot is in memory and the store answers. */
@Singleton
@Readiness
final class ReadyIndicator implements HealthIndicator {
    private final RingService service;
    private final ExecutorService executor;

    ReadyIndicator(RingService service, @Named(TaskExecutors.BLOCKING) ExecutorService executor) {
        this.service = service;
        this.executor = executor;
    }

    @Override
    public Publisher<HealthResult> getResult() {
        return Mono.fromCallable(this::result).subscribeOn(Schedulers.fromExecutor(executor));
    }

    private HealthResult result() {
        boolean answers = service.storeAnswers();
        return HealthResult.builder("ringsight", answers ? HealthStatus.UP : HealthStatus.DOWN)
                .details(Map.of(
                        "store",
                        answers ? "answers" : "does not answer",
                        "snapshot",
                        service.knowledge().detection().facts().snapshot()))
                .build();
    }
}
