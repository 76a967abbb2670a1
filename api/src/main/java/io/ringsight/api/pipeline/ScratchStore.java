package io.ringsight.api.pipeline;

import io.ringsight.ingest.error.ErrorCode;
import io.ringsight.ingest.error.RingsightException;
import io.ringsight.ingest.neo4j.Store;
import io.ringsight.ingest.progress.Progress;
import io.ringsight.ingest.store.LocalStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/** A local store in a folder of its own that is stopped and deleted when it is closed. Not thread-safe. */
final class ScratchStore implements AutoCloseable {
    private final Path folder;
    private final LocalStore local;
    private final Store store;

    private ScratchStore(Path folder, LocalStore local, Store store) {
        this.folder = folder;
        this.local = local;
        this.store = store;
    }

    static ScratchStore start(Progress progress) {
        Path folder = makeFolder();
        var local = new LocalStore(folder, LocalStore.configuredLibraries());
        try {
            return new ScratchStore(folder, local, Store.connect(local.attach(progress)));
        } catch (RuntimeException e) {
            try {
                remove(local, folder);
            } catch (RuntimeException second) {
                e.addSuppressed(second);
            }
            throw e;
        }
    }

    Store store() {
        return store;
    }

    @Override
    public void close() {
        try {
            store.close();
        } finally {
            remove(local, folder);
        }
    }

    private static Path makeFolder() {
        try {
            return Files.createTempDirectory("ringsight-evaluate");
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    private static void remove(LocalStore local, Path folder) {
        local.stop();
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    private static RingsightException unwritable(IOException e) {
        return new RingsightException(
                ErrorCode.OUTPUT_UNWRITABLE,
                "The store for the opponents of Neo4j GDS cannot be made or removed: " + e.getMessage() + ".",
                "Maybe the folder for temporary files is full or read-only.",
                e);
    }
}
