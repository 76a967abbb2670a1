package io.ringsight.api.cli;

import java.util.Optional;

/** Environment variables; an empty one is none. */
final class Environment {
    private Environment() {}

    static Optional<String> get(String name) {
        return Optional.ofNullable(System.getenv(name)).filter(value -> !value.isBlank());
    }
}
