package io.ringsight.gnn.flight;

import io.ringsight.ingest.error.ErrorCode;
import io.ringsight.ingest.error.RingsightException;
import org.apache.arrow.flight.CallStatus;
import org.apache.arrow.flight.FlightRuntimeException;
import org.apache.arrow.flight.FlightStatusCode;
import org.jspecify.annotations.Nullable;

/** What went wrong, as a status of gRPC and back: code, and two lines, what and "Maybe …". */
final class Refusal {
    private Refusal() {}

    static FlightRuntimeException of(Throwable failure) {
        return switch (failure) {
            case FlightRuntimeException known -> known;
            case RingsightException known ->
                status(known.code())
                        .withDescription(known.getMessage() + "\n" + known.hint())
                        .toRuntimeException();
            case OutOfMemoryError _ ->
                CallStatus.RESOURCE_EXHAUSTED
                        .withDescription(
                                "The server ran out of memory.\nMaybe give it more, or less to do at once: --memory.")
                        .toRuntimeException();
            default ->
                CallStatus.INTERNAL
                        .withDescription("A fault in the server: "
                                + failure.getClass().getSimpleName() + ".\nMaybe its log says more: --debug.")
                        .toRuntimeException();
        };
    }

    private static CallStatus status(ErrorCode code) {
        return switch (code) {
            case TOO_LARGE, TOO_MANY_REQUESTS -> CallStatus.RESOURCE_EXHAUSTED;
            case UNAUTHORISED -> CallStatus.UNAUTHENTICATED;
            case NOT_FOUND -> CallStatus.NOT_FOUND;
            case CANCELLED -> CallStatus.CANCELLED;
            case ENGINE_UNAVAILABLE, DEVICE_UNAVAILABLE, OVERLOADED -> CallStatus.UNAVAILABLE;
            case TIMED_OUT -> CallStatus.TIMED_OUT;
            case INPUT_MALFORMED, INPUT_UNREADABLE, INVALID_REQUEST, CONFLICT, USAGE -> CallStatus.INVALID_ARGUMENT;
            case CONFIGURATION, KEYS, OUTPUT_UNWRITABLE, PORT_IN_USE, GATE_FAILED, STORE_UNAVAILABLE, INTERNAL ->
                CallStatus.INTERNAL;
        };
    }

    /** @param server whom it came from */
    static RingsightException heard(FlightRuntimeException failure, String server) {
        String text = String.valueOf(failure.status().description());
        String[] lines = text.split("\n", 2);
        String hint = lines.length > 1 ? lines[1] : hint(failure.status().code());
        return new RingsightException(
                code(failure.status().code()),
                "Embeddings server " + server + ": " + sentence(lines[0]),
                hint,
                failure);
    }

    private static String sentence(@Nullable String text) {
        return text == null || text.isBlank() ? "no answer." : text.endsWith(".") ? text : text + ".";
    }

    private static String hint(FlightStatusCode code) {
        return switch (code) {
            case UNAVAILABLE, TIMED_OUT -> "Maybe it is not running, listens elsewhere, or wants TLS.";
            case CANCELLED -> "Maybe it was stopped.";
            default -> "Maybe it is of another version.";
        };
    }

    private static ErrorCode code(FlightStatusCode code) {
        return switch (code) {
            case RESOURCE_EXHAUSTED -> ErrorCode.TOO_LARGE;
            case UNAUTHENTICATED, UNAUTHORIZED -> ErrorCode.UNAUTHORISED;
            case NOT_FOUND -> ErrorCode.NOT_FOUND;
            case CANCELLED -> ErrorCode.CANCELLED;
            case UNAVAILABLE, TIMED_OUT -> ErrorCode.ENGINE_UNAVAILABLE;
            case INVALID_ARGUMENT -> ErrorCode.INPUT_MALFORMED;
            default -> ErrorCode.INTERNAL;
        };
    }
}
