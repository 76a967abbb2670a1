package io.ringsight.ingest.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The file of loaded and linked classes that halves a store's start. It lies beside the libraries, is made in the background after
 * the first start, and is only ever a help: whatever goes wrong with it, the store starts without.
 */
record AotCache(Path file) {
    /** By then the command that needed the store has had the processors to itself. */
    private static final int TRAINING_DELAY_SECONDS = 30;

    static AotCache of(StoreLibraries libraries) {
        Path folder = libraries.folder().resolveSibling(libraries.folder().getFileName() + "-aot");
        return new AotCache(folder.resolve(libraries.fingerprint(StoreJvm.FLAGS) + ".aot"));
    }

    Optional<Path> present() {
        return Files.exists(file) ? Optional.of(file) : Optional.empty();
    }

    void discard() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            // It was of no use and could not be deleted: the next start will find out again.
        }
    }

    /** Starts the training of a missing cache and does not wait for it. */
    void trainInBackground(StoreJvm jvm) {
        if (Files.exists(file)) {
            return;
        }
        try {
            Files.createDirectories(file.getParent());
            jvm.train(
                    file.resolveSibling("rehearsal"),
                    file,
                    TRAINING_DELAY_SECONDS,
                    file.resolveSibling("training.log"));
        } catch (IOException e) {
            // A folder that cannot be written to: every start takes its time.
        }
    }
}
