package io.ringsight.api.http;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.ringsight.api.http.Admission.Verdict;
import io.ringsight.ingest.error.ErrorCode;
import io.ringsight.ingest.error.RingsightException;

/** What a request hears that is not let in. */
final class TurnedAway {
    private static final String SECONDS = "1";

    private TurnedAway() {}

    static MutableHttpResponse<Problem> answer(Verdict verdict) {
        return switch (verdict) {
            case SHARE_USED ->
                answer(
                        ErrorCode.TOO_MANY_REQUESTS,
                        "As many requests with this API key wait as may.",
                        "Maybe send fewer at a time.");
            case FULL -> answer(ErrorCode.OVERLOADED, "As many requests wait as can.", "Maybe send it again later.");
            case LATE ->
                answer(ErrorCode.OVERLOADED, "The request waited too long to be begun.", "Maybe send it again later.");
            case ADMITTED -> throw new IllegalArgumentException("Who is admitted is not turned away.");
        };
    }

    /** Of a request that was let in and waited too long for something else. */
    static MutableHttpResponse<Problem> answer(RingsightException e) {
        return answer(e.code(), String.valueOf(e.getMessage()), e.hint());
    }

    private static MutableHttpResponse<Problem> answer(ErrorCode code, String detail, String hint) {
        return HttpResponse.<Problem>status(HttpStatus.valueOf(code.httpStatus()))
                .header("Retry-After", SECONDS)
                .contentType(Problem.MEDIA_TYPE)
                .body(Problem.of(code, code.httpStatus(), detail, hint));
    }
}
