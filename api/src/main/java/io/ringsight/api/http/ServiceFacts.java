package io.ringsight.api.http;

import io.micronaut.context.env.MapPropertySource;
import io.micronaut.context.env.PropertySource;
import io.micronaut.management.endpoint.info.InfoSource;
import io.ringsight.api.pipeline.ProductVersion;
import io.ringsight.api.service.RingService;
import io.ringsight.detect.DetectionFacts;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.Map;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

/** What {@code /info} says. */
@Singleton
final class ServiceFacts implements InfoSource {
    private final RingService service;

    ServiceFacts(RingService service) {
        this.service = service;
    }

    @Override
    public Publisher<PropertySource> getSource() {
        return Mono.fromSupplier(this::facts);
    }

    private PropertySource facts() {
        var knowledge = service.knowledge();
        DetectionFacts detection = knowledge.detection().facts();
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("ringsight.version", ProductVersion.ringsight());
        facts.put("ringsight.model-version", detection.modelVersion());
        facts.put("ringsight.type-priors", detection.typePriors());
        facts.put("ringsight.snapshot", detection.snapshot());
        facts.put("ringsight.calibrated", detection.calibrated());
        facts.put("ringsight.engine", detection.engine());
        facts.put("ringsight.embedding", detection.embedding());
        facts.put("ringsight.accounts", knowledge.graph().accountCount());
        facts.put("ringsight.rings", knowledge.detection().rings().size());
        return new MapPropertySource("ringsight", facts);
    }
}
