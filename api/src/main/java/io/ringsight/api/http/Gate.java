package io.ringsight.api.http;

import io.micronaut.core.annotation.Order;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.ringsight.ingest.error.ErrorCode;
import java.net.URI;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Lets a request pass, or not. The console's files and the health of the service are open to everybody. When there are no
 * keys (loopback only) a request must name the loopback host and come from no other site, so that a page from elsewhere
 * cannot use the browser to reach in.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
@Order(Ordered.HIGHEST_PRECEDENCE)
final class Gate {
    private static final Set<String> LOOPBACK_NAMES = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final Set<Role> READERS = EnumSet.of(Role.INVESTIGATOR, Role.ANALYST, Role.ADMIN);
    private static final Set<Role> INVESTIGATORS = EnumSet.of(Role.INVESTIGATOR, Role.ADMIN);
    private static final Set<Role> ONBOARDERS = EnumSet.of(Role.ONBOARDING, Role.ADMIN);
    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self';"
                    + " base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    private final ApiKeys keys;

    Gate(ApiKeys keys) {
        this.keys = keys;
    }

    @RequestFilter
    @Nullable
    MutableHttpResponse<?> admit(HttpRequest<?> request) {
        if (keys.isOpen()) {
            return fromHere(request)
                    ? null
                    : refuse(
                            HttpStatus.FORBIDDEN, "Without API keys only this machine may ask, by the name localhost.");
        }
        Set<Role> allowed = allowed(request);
        if (allowed.isEmpty()) {
            return null;
        }
        Optional<ApiKeys.Holder> holder = shownKey(request).flatMap(keys::holder);
        Optional<Role> role = holder.map(ApiKeys.Holder::role);
        holder.ifPresent(known -> Caller.set(request, known.name()));
        if (role.isEmpty()) {
            return refuse(HttpStatus.UNAUTHORIZED, "An API key is needed.")
                    .header("WWW-Authenticate", "Bearer realm=\"ringsight\"");
        }
        return allowed.contains(role.get())
                ? null
                : refuse(HttpStatus.FORBIDDEN, "The role " + role.get() + " may not do this.");
    }

    @ResponseFilter
    void protect(MutableHttpResponse<?> response) {
        response.header("Content-Security-Policy", POLICY);
        response.header("X-Content-Type-Options", "nosniff");
        response.header("Referrer-Policy", "no-referrer");
        response.header("Cross-Origin-Opener-Policy", "same-origin");
        response.header("Cross-Origin-Resource-Policy", "same-origin");
        if (!response.getHeaders().contains("Cache-Control")) {
            response.header("Cache-Control", "no-store");
        }
    }

    /** Who may ask this; nobody in particular when it is open. */
    private static Set<Role> allowed(HttpRequest<?> request) {
        String path = request.getPath();
        if (path.startsWith("/v1/")) {
            if (request.getMethod() == HttpMethod.GET || request.getMethod() == HttpMethod.HEAD) {
                return READERS;
            }
            return path.startsWith("/v1/dispositions") ? INVESTIGATORS : ONBOARDERS;
        }
        return path.startsWith("/prometheus") ? EnumSet.of(Role.ADMIN) : Set.of();
    }

    private static Optional<String> shownKey(HttpRequest<?> request) {
        return request.getHeaders()
                .findFirst("X-API-Key")
                .or(() -> request.getHeaders()
                        .findFirst("Authorization")
                        .filter(value -> value.startsWith("Bearer "))
                        .map(value -> value.substring("Bearer ".length()).strip()));
    }

    private static boolean fromHere(HttpRequest<?> request) {
        boolean named = request.getHeaders()
                .findFirst("Host")
                .map(host -> LOOPBACK_NAMES.contains(host.replaceFirst(":\\d+$", "")))
                .orElse(true);
        boolean ours =
                request.getHeaders().findFirst("Origin").map(Gate::isLoopback).orElse(true);
        return named && ours;
    }

    private static boolean isLoopback(String origin) {
        try {
            String host = URI.create(origin).getHost();
            return host != null && LOOPBACK_NAMES.contains(host);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static MutableHttpResponse<Problem> refuse(HttpStatus status, String detail) {
        return HttpResponse.<Problem>status(status)
                .contentType(Problem.MEDIA_TYPE)
                .body(Problem.of(
                        ErrorCode.UNAUTHORISED,
                        status.getCode(),
                        detail,
                        "Maybe send a key of the right role in the X-API-Key header."));
    }
}
