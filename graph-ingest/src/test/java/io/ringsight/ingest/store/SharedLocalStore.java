package io.ringsight.ingest.store;

import io.ringsight.ingest.neo4j.StoreAddress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;

/**
 * One local store for all integration tests of a JVM: started by the first that asks, stopped and deleted when the JVM
 * ends. A test class that needs an empty store calls {@link #empty()} first.
 */
public final class SharedLocalStore {
    private static @Nullable StoreAddress address;

    private SharedLocalStore() {}

    /** The running store, with whatever earlier tests left in it. */
    public static synchronized StoreAddress address() {
        if (address == null) {
            address = start();
        }
        return address;
    }

    /** The running store, without nodes and relationships; constraints and indexes stay. */
    public static StoreAddress empty() {
        StoreAddress running = address();
        try (Driver driver =
                GraphDatabase.driver(running.uri(), AuthTokens.basic(running.user(), running.password()))) {
            driver.session()
                    .run("MATCH (n) WHERE NOT n:__Neo4jMigration CALL (n) { DETACH DELETE n } IN TRANSACTIONS")
                    .consume();
        }
        return running;
    }

    /** The folder of jars that a local store starts from. */
    public static Path libraries() {
        return LocalStore.configuredLibraries();
    }

    private static StoreAddress start() {
        try {
            Path libraries = libraries();
            Path folder = Files.createTempDirectory("ringsight-store-");
            LocalStore store = LocalStore.endingWithThisProcess(folder, libraries);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(store, folder)));
            return store.attach();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void stop(LocalStore store, Path folder) {
        try {
            store.stop();
            StoreFiles.delete(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
