package io.ringsight.ingest.store;

import io.ringsight.ingest.error.ErrorCode;
import io.ringsight.ingest.error.RingsightException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where things lie in a store's folder; the store's JVM knows the same names.
 *
 * @param folder {@code <data folder>/store}
 */
record StoreFiles(Path folder) {
    /** Enough for an empty database and its logs. */
    private static final long NEEDED_BYTES = 100L << 20;

    /** Neo4j's own home. */
    Path home() {
        return folder.resolve("neo4j");
    }

    /** The home that an importer is filling. */
    Path importing() {
        return folder.resolve("neo4j.importing");
    }

    /** The home that an imported one takes the place of; it exists only between two renames. */
    Path replaced() {
        return folder.resolve("neo4j.replaced");
    }

    Path address() {
        return folder.resolve("store.json");
    }

    Path format() {
        return folder.resolve("format.properties");
    }

    /** Held by the server, or by the importer, as long as it lives. */
    Path serverLock() {
        return folder.resolve("server.lock");
    }

    /** Held by whoever starts, stops or loads the store. */
    Path attachLock() {
        return folder.resolve("attach.lock");
    }

    Path serverLog() {
        return folder.resolve("logs").resolve("store.log");
    }

    Path importLog() {
        return folder.resolve("logs").resolve("import.log");
    }

    void create() {
        try {
            Files.createDirectories(serverLog().getParent());
        } catch (IOException e) {
            throw unavailable("The data folder " + folder.getParent() + " cannot be made: " + reason(e), e);
        }
        if (!Files.isWritable(folder)) {
            throw unavailable("The data folder " + folder + " is read-only.", null);
        }
    }

    void checkSpace() {
        long usable;
        try {
            usable = Files.getFileStore(folder).getUsableSpace();
        } catch (IOException e) {
            throw unavailable("The data folder " + folder + " cannot be read: " + reason(e), e);
        }
        if (usable < NEEDED_BYTES) {
            throw new RingsightException(
                    ErrorCode.STORE_UNAVAILABLE,
                    "The disk of the data folder " + folder + " has only " + (usable >> 20) + " MB left.",
                    "Maybe free some space, or name another folder with --data.");
        }
    }

    /** Ends what a killed bulk load left: all of it or nothing of it. */
    void recover() throws IOException {
        if (Files.exists(replaced())) {
            putInPlace();
        }
        delete(importing());
    }

    /** Makes a complete import the database; may be called again after having been interrupted anywhere. */
    void putInPlace() throws IOException {
        if (Files.exists(importing())) {
            if (Files.exists(home())) {
                delete(replaced());
                Files.move(home(), replaced(), StandardCopyOption.ATOMIC_MOVE);
            }
            Files.move(importing(), home(), StandardCopyOption.ATOMIC_MOVE);
        }
        delete(replaced());
    }

    static void delete(Path folder) throws IOException {
        if (Files.notExists(folder)) {
            return;
        }
        List<Path> deepestFirst;
        try (Stream<Path> walk = Files.walk(folder)) {
            deepestFirst = walk.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : deepestFirst) {
            Files.deleteIfExists(path);
        }
    }

    static String reason(IOException e) {
        return e.getClass().getSimpleName() + " " + e.getMessage();
    }

    private static RingsightException unavailable(String message, @org.jspecify.annotations.Nullable Throwable cause) {
        return new RingsightException(
                ErrorCode.STORE_UNAVAILABLE, message, "Maybe name a folder that you may write to with --data.", cause);
    }
}
