package io.ringsight.api.http;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.ringsight.api.decision.CheckDesk;
import io.ringsight.api.decision.DecisionLog;
import jakarta.inject.Singleton;

/** How the decision log keeps up, and what checks take. */
@Singleton
final class DecisionMetrics implements MeterBinder {
    private final CheckDesk desk;

    DecisionMetrics(CheckDesk desk) {
        this.desk = desk;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        FunctionCounter.builder("ringsight.decision.log.recorded", desk.log(), DecisionLog::recorded)
                .description("Checks that were written into the decision log.")
                .register(registry);
        FunctionCounter.builder("ringsight.decision.log.dropped", desk.log(), DecisionLog::dropped)
                .description("Checks that were not, because the queue or the disk was full.")
                .register(registry);
        FunctionCounter.builder("ringsight.checks.network", desk, CheckDesk::networkAsked)
                .description(
                        "Checks in which a graph network had a say: of applicants who share something with somebody.")
                .register(registry);
    }
}
