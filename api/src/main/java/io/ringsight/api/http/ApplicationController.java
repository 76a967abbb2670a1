package io.ringsight.api.http;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import io.ringsight.api.http.Views.RejectionView;
import io.ringsight.api.service.ReceivedApplication;
import io.ringsight.api.service.RingService;
import io.ringsight.export.json.JsonText;
import io.ringsight.ingest.error.RingsightException;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Applications come in. Whatever came in is seen by the next check on this process. */
@Controller("/v1/applications")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "onboarding")
final class ApplicationController {
    private static final String NDJSON = "application/x-ndjson";

    private final RingService service;

    ApplicationController(RingService service) {
        this.service = service;
    }

    /**
     * Takes in one application. The same one again changes nothing and answers 200; a new one answers 201. With an Idempotency-Key a
     * request that is sent again within 24 hours is answered as the first was; 409 while that one is under way, 422 if it had another body.
     *
     * @param key what the caller calls this request, at most 255 visible characters
     */
    @Post
    @Consumes(MediaType.APPLICATION_JSON)
    HttpResponse<ReceivedView> receive(
            @Body byte[] application,
            @Header(IdempotencyKey.HEADER) @Nullable String key,
            @Parameter(hidden = true) HttpRequest<?> request) {
        RequestLimits.single(application);
        ReceivedApplication received = key == null
                ? service.receive(application)
                : service.receiveOnce(application, Caller.of(request), IdempotencyKey.checked(key));
        return HttpResponse.<ReceivedView>status(received.created() ? HttpStatus.CREATED : HttpStatus.OK)
                .body(ReceivedView.of(received));
    }

    /** Takes in one application a line, at most 100000; answers one line for each, in the same order, with at most 100 rejections. */
    @Post
    @Consumes(NDJSON)
    @Produces(NDJSON)
    byte[] receiveMany(@Body byte[] applications) {
        RequestLimits.lines(applications);
        var answer = new StringBuilder();
        int line = 0;
        int from = 0;
        while (from < applications.length) {
            int to = from;
            while (to < applications.length && applications[to] != '\n') {
                to++;
            }
            line++;
            byte[] one = Arrays.copyOfRange(applications, from, to);
            if (!new String(one, java.nio.charset.StandardCharsets.UTF_8).isBlank()) {
                answer.append(JsonText.line(receiveLine(line, one))).append('\n');
            }
            from = to + 1;
        }
        return answer.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8);
    }

    private Map<String, Object> receiveLine(int line, byte[] application) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("line", line);
        try {
            RequestLimits.single(application);
            ReceivedApplication received = service.receive(application);
            answer.put("account_id", received.accountId());
            answer.put("status", ReceivedView.word(received));
            answer.put(
                    "rejected",
                    received.rejections().stream()
                            .limit(RequestLimits.REJECTIONS)
                            .map(rejection -> Map.of("field", rejection.origin().field(), "reason", rejection.reason()))
                            .toList());
        } catch (RingsightException e) {
            answer.put("status", "rejected");
            answer.put("code", e.code().name());
            answer.put("detail", String.valueOf(e.getMessage()));
        }
        return answer;
    }

    /** What became of it. */
    @Serdeable(naming = SnakeCaseStrategy.class)
    record ReceivedView(String accountId, String status, List<RejectionView> rejected) {
        static ReceivedView of(ReceivedApplication received) {
            return new ReceivedView(
                    received.accountId(),
                    word(received),
                    received.rejections().stream().map(RejectionView::of).toList());
        }

        static String word(ReceivedApplication received) {
            return received.created() ? "created" : "known";
        }
    }
}
