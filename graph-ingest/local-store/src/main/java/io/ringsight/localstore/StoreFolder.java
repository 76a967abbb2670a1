package io.ringsight.localstore;

import java.nio.file.Path;

/**
 * Where things lie in a store's folder. {@code LocalStore} of graph-ingest knows the same names.
 *
 * @param path {@code <data folder>/store}
 */
record StoreFolder(Path path) {

    /** Neo4j's own home: databases, transaction logs, users. */
    Path home() {
        return path.resolve("neo4j");
    }

    /** A new home that the importer is filling; it becomes {@link #home()} once it is complete. */
    Path importing() {
        return path.resolve("neo4j.importing");
    }

    Path logs() {
        return path.resolve("logs");
    }

    /** Held, as a file lock, as long as a server runs. */
    Path lock() {
        return path.resolve("server.lock");
    }

    /** Address and password, for the owner's eyes only; there while a server answers. */
    Path address() {
        return path.resolve("store.json");
    }
}
