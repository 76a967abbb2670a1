package io.ringsight.api.http;

import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.management.health.indicator.HealthResult;
import io.micronaut.management.health.indicator.annotation.Readiness;
import io.micronaut.scheduling.TaskExecutors;
import io.ringsight.api.decision.CheckDesk;
import io.ringsight.api.policy.Degradation;
import io.ringsight.api.service.ServedHealth;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Ready when a snapshot is in memory: checks are answered then, also where the store is down. Says what they are answered without. */
@Singleton
@Readiness
final class ReadyIndicator implements HealthIndicator {
    private static final double MILLIS = 1_000;

    private final CheckDesk desk;
    private final ExecutorService executor;

    ReadyIndicator(CheckDesk desk, @Named(TaskExecutors.BLOCKING) ExecutorService executor) {
        this.desk = desk;
        this.executor = executor;
    }

    @Override
    public Publisher<HealthResult> getResult() {
        return Mono.fromCallable(this::result).subscribeOn(Schedulers.fromExecutor(executor));
    }

    private HealthResult result() {
        ServedHealth health = desk.service().health();
        return HealthResult.builder("ringsight", HealthStatus.UP)
                .details(Map.of(
                        "store",
                        health.storeAnswers() ? "answers" : "does not answer",
                        "index_age_seconds",
                        health.indexAgeMillis() / MILLIS,
                        "degraded",
                        desk.degraded().stream().map(Degradation::word).toList(),
                        "snapshot",
                        desk.service().knowledge().detection().facts().snapshot()))
                .build();
    }
}
