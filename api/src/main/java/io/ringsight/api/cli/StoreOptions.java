package io.ringsight.api.cli;

import io.ringsight.api.pipeline.Installation;
import io.ringsight.api.pipeline.StoreSettings;
import io.ringsight.ingest.error.ErrorCode;
import io.ringsight.ingest.error.RingsightException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which store, with which keys. */
final class StoreOptions {
    @Mixin
    private ConfigurationOption configuration = new ConfigurationOption();

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Folder of keys, logs and the local store (or RINGSIGHT_DATA; default ./data).")
    private @Nullable Path data;

    @Option(
            names = "--neo4j-uri",
            paramLabel = "URI",
            description = "A Neo4j server instead of the local store (or RINGSIGHT_NEO4J_URI).")
    private @Nullable String uri;

    @Option(
            names = "--neo4j-user",
            paramLabel = "NAME",
            description = "Its user (or RINGSIGHT_NEO4J_USER; default neo4j). The password is read from"
                    + " RINGSIGHT_NEO4J_PASSWORD.")
    private @Nullable String user;

    Installation installation() {
        return installation("data");
    }

    Installation installation(String usualFolder) {
        return new Installation(settings(usualFolder), configuration.file());
    }

    private StoreSettings settings(String usualFolder) {
        Path folder = Optional.ofNullable(data)
                .or(() -> Environment.get("RINGSIGHT_DATA").map(Path::of))
                .orElse(Path.of(usualFolder));
        return new StoreSettings(folder, address().map(this::server));
    }

    private Optional<String> address() {
        return Optional.ofNullable(uri).or(() -> Environment.get("RINGSIGHT_NEO4J_URI"));
    }

    private StoreSettings.Server server(String address) {
        try {
            String name = Optional.ofNullable(user)
                    .or(() -> Environment.get("RINGSIGHT_NEO4J_USER"))
                    .orElse("neo4j");
            var parsed = URI.create(address);
            if (parsed.getScheme() == null || !parsed.getScheme().matches("(neo4j|bolt)(\\+s|\\+ssc)?")) {
                throw new IllegalArgumentException("scheme");
            }
            return new StoreSettings.Server(
                    parsed, name, Environment.get("RINGSIGHT_NEO4J_PASSWORD").orElse(""));
        } catch (IllegalArgumentException e) {
            throw new RingsightException(
                    ErrorCode.USAGE,
                    "The address '" + address + "' is not one of a Neo4j server.",
                    "Maybe write it like neo4j://host:7687 or neo4j+s://host:7687.",
                    e);
        }
    }
}
