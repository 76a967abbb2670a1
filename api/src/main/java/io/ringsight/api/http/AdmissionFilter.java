package io.ringsight.api.http;

import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Filter;
import io.micronaut.http.filter.HttpServerFilter;
import io.micronaut.http.filter.ServerFilterChain;
import io.micronaut.scheduling.TaskExecutors;
import io.ringsight.api.http.Admission.Verdict;
import jakarta.inject.Named;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

/**
 * Turns checks and applications away before they pile up: 429 when one key asks more than its share, 503 when all together ask more than
 * can be answered in time. Comes after {@link Gate}, when the body is here and before anything is begun.
 */
@Filter(
        patterns = {"/v1/checks/**", "/v1/hello/**", "/v1/applications/**", "/v1/sightings/**"},
        methods = HttpMethod.POST)
final class AdmissionFilter implements HttpServerFilter {
    private static final int AFTER_THE_GATE = Ordered.HIGHEST_PRECEDENCE + 1_000;

    private final Place checks;
    private final Place applications;
    private final MeterRegistry meters;

    /** One kind of request and those that are under way. */
    private record Place(String kind, Admission admission) {}

    AdmissionFilter(
            Limits limits,
            ApiKeys keys,
            MeterRegistry meters,
            @Named(TaskExecutors.BLOCKING) ExecutorService executor) {
        this.meters = meters;
        checks = place("checks", new Admission(limits.checks(keys.isOpen()), executor));
        applications = place("applications", new Admission(limits.applications(keys.isOpen()), executor));
    }

    private Place place(String kind, Admission admission) {
        meters.gauge("ringsight." + kind + ".under.way", admission, Admission::underWay);
        meters.gauge("ringsight." + kind + ".waiting", admission, Admission::waiting);
        return new Place(kind, admission);
    }

    @Override
    public int getOrder() {
        return AFTER_THE_GATE;
    }

    @Override
    public Publisher<MutableHttpResponse<?>> doFilter(HttpRequest<?> request, ServerFilterChain chain) {
        Place place = writes(request.getPath()) ? applications : checks;
        CompletableFuture<Verdict> verdict = place.admission().enter(Caller.of(request));
        return Mono.fromFuture(verdict, true)
                .<MutableHttpResponse<?>>flatMap(
                        found -> found == Verdict.ADMITTED ? Mono.from(chain.proceed(request)) : away(place, found))
                // However it ends, and also when the caller has gone before its turn came.
                .doFinally(_ -> verdict.thenAccept(found -> {
                    if (found == Verdict.ADMITTED) {
                        place.admission().leave();
                    }
                }));
    }

    private static boolean writes(String path) {
        return path.startsWith("/v1/applications") || path.startsWith("/v1/sightings");
    }

    private Mono<MutableHttpResponse<?>> away(Place place, Verdict verdict) {
        meters.counter(
                        "ringsight.requests.shed",
                        "kind",
                        place.kind(),
                        "reason",
                        verdict.name().toLowerCase(Locale.ROOT))
                .increment();
        return Mono.just(TurnedAway.answer(verdict));
    }
}
