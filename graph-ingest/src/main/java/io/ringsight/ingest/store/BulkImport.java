package io.ringsight.ingest.store;

import io.ringsight.ingest.error.ErrorCode;
import io.ringsight.ingest.error.RingsightException;
import io.ringsight.ingest.progress.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** One run of the offline importer beside the present database, and the exchange of the two once it is complete. */
final class BulkImport {
    private static final Duration BETWEEN = Duration.ofMillis(50);

    private final StoreFiles files;
    private final StoreLibraries libraries;

    BulkImport(StoreFiles files, StoreLibraries libraries) {
        this.files = files;
        this.libraries = libraries;
    }

    void run(Path csvFolder, Progress progress) {
        if (Files.notExists(csvFolder.resolve("accounts.csv"))) {
            throw new RingsightException(
                    ErrorCode.INPUT_UNREADABLE,
                    "There is no accounts.csv in " + csvFolder + ".",
                    "Maybe the files of the bulk load were not written.");
        }
        StoreFormat format = StoreFormat.of(libraries);
        format.checkAgainst(files.format());
        files.checkSpace();
        progress.begin("load the local store", -1);
        try {
            files.recover();
            format.write(files.format());
            load(csvFolder, progress);
            files.putInPlace();
        } catch (IOException e) {
            throw new RingsightException(
                    ErrorCode.STORE_UNAVAILABLE,
                    "The bulk load into " + files.folder() + " failed: " + StoreFiles.reason(e),
                    "Maybe the disk is full, or the folder is read-only.",
                    e);
        } finally {
            progress.end();
        }
    }

    private void load(Path csvFolder, Progress progress) throws IOException {
        Process importer = new StoreJvm(libraries, StoreMemory.ofThisMachine()).load(files, csvFolder);
        try {
            while (importer.isAlive()) {
                progress.check();
                Pause.of(BETWEEN);
            }
        } finally {
            importer.destroyForcibly();
        }
        if (importer.exitValue() != 0) {
            StoreFiles.delete(files.importing());
            throw StoreFailure.read(files.importLog(), "The bulk load failed");
        }
    }
}
