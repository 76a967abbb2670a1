package io.ringsight.ingest.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ringsight.ingest.neo4j.StoreAddress;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** A server that runs, as its address file tells. */
record Server(StoreAddress address, long pid, String version, Instant startedAt) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration LONGEST_START = Duration.ofMinutes(15);

    /**
     * An address file counts only while its writer holds the server lock: a file left by a killed server, even when its
     * process number has been given to another process since, is no server.
     */
    static Optional<Server> find(StoreFiles files) {
        return FolderLock.isHeld(files.serverLock()) ? read(files.address()) : Optional.empty();
    }

    private static Optional<Server> read(Path file) {
        try {
            JsonNode json = JSON.readTree(Files.readString(file));
            StoreAddress address = new StoreAddress(
                    URI.create(json.required("uri").asText()),
                    json.required("user").asText(),
                    json.required("password").asText());
            return Optional.of(new Server(
                    address,
                    json.required("pid").asLong(),
                    json.required("version").asText(),
                    Instant.parse(json.required("started_at").asText())));
        } catch (IOException | IllegalArgumentException | DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Asks the process to stop. A number that now names another process is left alone. */
    boolean askToStop() {
        return ProcessHandle.of(pid)
                .filter(this::isOurs)
                .map(ProcessHandle::destroy)
                .orElse(false);
    }

    private boolean isOurs(ProcessHandle process) {
        boolean java = process.info()
                .command()
                .map(command -> command.endsWith("java"))
                .orElse(true);
        boolean then = process.info()
                .startInstant()
                .map(start -> start.isBefore(startedAt.plusSeconds(1)) && start.isAfter(startedAt.minus(LONGEST_START)))
                .orElse(true);
        return java && then;
    }
}
