package io.ringsight.ingest.store;

import io.ringsight.ingest.neo4j.StoreAddress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

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
        throw new UnsupportedOperationException("not yet");
    }

    /** The folder of jars that a local store starts from. */
    public static Path libraries() {
        String libraries = System.getProperty("ringsight.local-store");
        if (libraries == null) {
            throw new IllegalStateException("The system property ringsight.local-store is not set.");
        }
        return Path.of(libraries);
    }

    private static StoreAddress start() {
        try {
            return new LocalStore(Files.createTempDirectory("ringsight-store-"), libraries()).attach();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
