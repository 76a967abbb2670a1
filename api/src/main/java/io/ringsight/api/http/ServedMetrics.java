package io.ringsight.api.http;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.ringsight.api.decision.CheckDesk;
import io.ringsight.api.policy.Degradation;
import jakarta.inject.Singleton;

/** How old what is known is, and what checks are answered without. */
@Singleton
final class ServedMetrics implements MeterBinder {
    private static final double MILLIS = 1_000;

    private final CheckDesk desk;

    ServedMetrics(CheckDesk desk) {
        this.desk = desk;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("ringsight.index.age", desk, of -> of.service().health().indexAgeMillis() / MILLIS)
                .baseUnit("seconds")
                .description("Time since the log of the store was last read to its end.")
                .register(registry);
        for (Degradation reason : Degradation.values()) {
            Gauge.builder("ringsight.degraded", desk, of -> of.degraded().contains(reason) ? 1 : 0)
                    .tag("reason", reason.word())
                    .description("Whether checks are answered from less than there should be, 0 or 1.")
                    .register(registry);
        }
    }
}
