package io.ringsight.api.http;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import io.ringsight.ingest.error.ErrorCode;
import jakarta.inject.Singleton;

/** Failures that the framework found: no such path, wrong method, unreadable body, a fault of ours. */
@Singleton
final class ProblemResponses implements ErrorResponseProcessor<Problem> {
    @Override
    public MutableHttpResponse<Problem> processResponse(ErrorContext context, MutableHttpResponse<?> response) {
        int status = response.code();
        String detail = status >= 500
                ? "A fault in Ringsight."
                : context.getErrors().stream()
                        .map(error -> error.getMessage())
                        .findFirst()
                        .orElse(HttpResponse.status(response.status()).reason());
        String hint = status >= 500 ? "Maybe the log in the data folder says where it happened." : "";
        return response.body(Problem.of(code(status), status, detail, hint)).contentType(Problem.MEDIA_TYPE);
    }

    private static ErrorCode code(int status) {
        return switch (status) {
            case 401, 403 -> ErrorCode.UNAUTHORISED;
            case 404 -> ErrorCode.NOT_FOUND;
            case 408 -> ErrorCode.TIMED_OUT;
            case 413 -> ErrorCode.TOO_LARGE;
            case 429 -> ErrorCode.TOO_MANY_REQUESTS;
            default -> status >= 500 ? ErrorCode.INTERNAL : ErrorCode.INVALID_REQUEST;
        };
    }
}
