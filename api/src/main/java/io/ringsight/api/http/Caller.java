package io.ringsight.api.http;

import io.micronaut.http.HttpRequest;

/** Who asks, by the API key that was shown: never the key itself. */
final class Caller {
    /** Whoever shows no key, when none is needed. */
    static final String ANYBODY = "anybody";

    private static final String ATTRIBUTE = "ringsight.caller";

    private Caller() {}

    static void set(HttpRequest<?> request, String name) {
        request.setAttribute(ATTRIBUTE, name);
    }

    static String of(HttpRequest<?> request) {
        return request.getAttribute(ATTRIBUTE, String.class).orElse(ANYBODY);
    }
}
