package io.ringsight.api.http;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import io.ringsight.api.http.Views.RejectionView;
import io.ringsight.api.service.ReceivedSightings;
import io.ringsight.api.service.RingService;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;

/** What known accounts present later comes in: another device, a new phone. */
@Controller("/v1/sightings")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "onboarding")
final class SightingController {
    private final RingService service;

    SightingController(RingService service) {
        this.service = service;
    }

    /**
     * Appends identifiers ({@code account_id}, {@code identifiers}) to an account that is known, 404 where it is not; one without
     * {@code first_seen} is seen now. It is stored when this answers, and the next check on this process knows of it. 201 when a sighting is
     * new, 200 when all were known.
     */
    @Post
    @Consumes(MediaType.APPLICATION_JSON)
    HttpResponse<SightingsView> receive(@Body byte[] sightings) {
        RequestLimits.single(sightings);
        ReceivedSightings received = service.receiveSightings(sightings);
        return HttpResponse.<SightingsView>status(received.created() > 0 ? HttpStatus.CREATED : HttpStatus.OK)
                .body(SightingsView.of(received));
    }

    /**
     * What became of them.
     *
     * @param created sightings that are new; the first and the last of an identifier are two
     */
    @Serdeable(naming = SnakeCaseStrategy.class)
    record SightingsView(String accountId, String status, long created, List<RejectionView> rejected) {
        static SightingsView of(ReceivedSightings received) {
            return new SightingsView(
                    received.accountId(),
                    received.created() > 0 ? "created" : "known",
                    received.created(),
                    received.rejections().stream().map(RejectionView::of).toList());
        }
    }
}
