package io.ringsight.ingest.store;

import io.ringsight.ingest.error.ErrorCode;
import io.ringsight.ingest.error.RingsightException;
import io.ringsight.ingest.progress.Progress;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** One start of a server, by the one process that holds the attach lock. */
final class ServerStart {
    private static final Duration SETTLE_PATIENCE = Duration.ofMinutes(2);
    private static final Duration START_PATIENCE = Duration.ofMinutes(10);
    private static final Duration BETWEEN = Duration.ofMillis(50);

    private final StoreFiles files;
    private final StoreLibraries libraries;
    private final Optional<ProcessHandle> owner;

    ServerStart(StoreFiles files, StoreLibraries libraries, Optional<ProcessHandle> owner) {
        this.files = files;
        this.libraries = libraries;
        this.owner = owner;
    }

    /** Waits for a server that is just coming up or going down on behalf of a process that has died since. */
    Optional<Server> settled(Progress progress) {
        Instant deadline = Instant.now().plus(SETTLE_PATIENCE);
        while (FolderLock.isHeld(files.serverLock())) {
            Optional<Server> running = Server.find(files);
            if (running.isPresent()) {
                return running;
            }
            if (Instant.now().isAfter(deadline)) {
                throw new RingsightException(
                        ErrorCode.STORE_UNAVAILABLE,
                        "Another process holds the store in " + files.folder() + " and does not answer.",
                        "Maybe it hangs: look into " + files.serverLog() + " and end the process.");
            }
            progress.check();
            Pause.of(BETWEEN);
        }
        return Optional.empty();
    }

    Server run(Progress progress) {
        StoreFormat format = StoreFormat.of(libraries);
        format.checkAgainst(files.format());
        files.checkSpace();
        progress.begin("start the local store", -1);
        try {
            files.recover();
            format.write(files.format());
            return launch(progress);
        } catch (IOException e) {
            throw new RingsightException(
                    ErrorCode.STORE_UNAVAILABLE,
                    "The local store in " + files.folder() + " cannot be started: " + StoreFiles.reason(e),
                    "Maybe the disk is full, or the folder is read-only.",
                    e);
        } finally {
            progress.end();
        }
    }

    private Server launch(Progress progress) throws IOException {
        StoreJvm jvm = new StoreJvm(libraries, StoreMemory.ofThisMachine());
        AotCache cache = AotCache.of(libraries);
        Optional<Path> cached = cache.present();
        Process process = jvm.serve(files, cached, owner);
        Optional<Server> server = await(process, progress);
        if (server.isEmpty() && cached.isPresent()) {
            cache.discard();
            server = await(jvm.serve(files, Optional.empty(), owner), progress);
        }
        if (owner.isEmpty() && server.isPresent()) {
            cache.trainInBackground(jvm);
        }
        return server.orElseThrow(() -> StoreFailure.read(files.serverLog(), "The local store does not start"));
    }

    /** Empty when the process ended instead. */
    private Optional<Server> await(Process process, Progress progress) {
        Instant deadline = Instant.now().plus(START_PATIENCE);
        try {
            while (process.isAlive()) {
                Optional<Server> server = Server.find(files);
                if (server.isPresent()) {
                    return server;
                }
                progress.check();
                if (Instant.now().isAfter(deadline)) {
                    throw StoreFailure.read(files.serverLog(), "The local store did not answer for ten minutes");
                }
                Pause.of(BETWEEN);
            }
            return Optional.empty();
        } catch (RingsightException e) {
            process.destroy();
            throw e;
        }
    }
}
