package io.ringsight.gnn.flight;

import java.util.Optional;
import org.apache.arrow.flight.CallHeaders;
import org.apache.arrow.flight.CallInfo;
import org.apache.arrow.flight.CallStatus;
import org.apache.arrow.flight.FlightServerMiddleware;
import org.apache.arrow.flight.RequestContext;

/** Lets nobody in who does not show the token; asked ahead of every call. */
record TokenGate(Optional<SharedToken> token) implements FlightServerMiddleware.Factory<TokenGate.Passed> {
    static final FlightServerMiddleware.Key<Passed> KEY = FlightServerMiddleware.Key.of("token");

    @Override
    public Passed onCallStarted(CallInfo call, CallHeaders headers, RequestContext context) {
        String shown = headers.get("authorization");
        if (token.isPresent() && (shown == null || !token.get().is(shown))) {
            throw CallStatus.UNAUTHENTICATED
                    .withDescription((shown == null ? "No token was shown." : "The token is not the server's.")
                            + "\nMaybe give the one the server was started with: --token-file, or"
                            + " RINGSIGHT_EMBEDDINGS_TOKEN.")
                    .toRuntimeException();
        }
        return new Passed();
    }

    /** Nothing more to do with a call that was let in. */
    record Passed() implements FlightServerMiddleware {
        @Override
        public void onBeforeSendingHeaders(CallHeaders headers) {}

        @Override
        public void onCallCompleted(CallStatus status) {}

        @Override
        public void onCallErrored(Throwable failure) {}
    }
}
