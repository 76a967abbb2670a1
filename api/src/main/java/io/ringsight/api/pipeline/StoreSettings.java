package io.ringsight.api.pipeline;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where an installation keeps things.
 *
 * @param data folder of keys, logs and the local store
 * @param server a Neo4j server to use instead of the local store
 */
public record StoreSettings(Path data, Optional<Server> server) {

    /** Its text never shows the password. */
    public record Server(URI uri, String user, String password) {
        @Override
        public String toString() {
            return user + "@" + uri;
        }
    }

    Path keys() {
        return data.resolve("keys");
    }
}
