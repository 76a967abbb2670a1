package io.ringsight.api.http;

import io.micronaut.context.annotation.Requires;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import io.ringsight.ingest.error.ErrorCode;
import io.ringsight.ingest.error.RingsightException;
import io.ringsight.ingest.source.Application;
import io.ringsight.ingest.source.ApplicationJson;
import io.ringsight.ingest.source.Origin;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.ArrayList;

/** What a check is compared with in a benchmark: the same way in and out, nothing decided. Only with {@code serve --benchmark}. */
@Controller("/v1/hello")
@ExecuteOn(TaskExecutors.BLOCKING)
@Requires(property = HelloController.WANTED, value = "true")
@Hidden
final class HelloController {
    /** The property that brings it up. */
    static final String WANTED = "ringsight.benchmark.hello";

    /** Reads an application and says how much there is of it. */
    @Post
    @Consumes(MediaType.APPLICATION_JSON)
    @Hidden
    HelloView hello(@Body byte[] application) {
        RequestLimits.single(application);
        Application read = ApplicationJson.parse(application, new Origin("", 1), new ArrayList<>())
                .orElseThrow(() -> new RingsightException(
                        ErrorCode.INVALID_REQUEST, "That is no application.", "Maybe see the contract."));
        return new HelloView(read.accountId(), read.identifiers().size());
    }

    /** The answer. */
    @Serdeable(naming = SnakeCaseStrategy.class)
    record HelloView(String accountId, int identifiers) {}
}
