package io.ringsight.ingest.store;

import io.ringsight.ingest.error.ErrorCode;
import io.ringsight.ingest.error.RingsightException;
import io.ringsight.ingest.progress.Progress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Lets one thread of one process at a time start, stop or load a store. The operating system takes the lock back when the
 * process dies, so it never goes stale.
 */
final class FolderLock implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(30);
    private static final Duration BETWEEN = Duration.ofMillis(100);

    /** A file lock belongs to the whole JVM, so threads need one of their own. */
    private static final ConcurrentHashMap<Path, ReentrantLock> THREADS = new ConcurrentHashMap<>();

    private final ReentrantLock threads;
    private final FileChannel channel;

    private FolderLock(ReentrantLock threads, FileChannel channel) {
        this.threads = threads;
        this.channel = channel;
    }

    static FolderLock acquire(Path file, Progress progress) {
        ReentrantLock threads = THREADS.computeIfAbsent(file, _ -> new ReentrantLock());
        threads.lock();
        try {
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            awaitLock(file, channel, progress);
            return new FolderLock(threads, channel);
        } catch (IOException e) {
            threads.unlock();
            throw new RingsightException(
                    ErrorCode.STORE_UNAVAILABLE,
                    "The lock file " + file + " cannot be opened: " + StoreFiles.reason(e),
                    "Maybe name a folder that you may write to with --data.",
                    e);
        } catch (RuntimeException e) {
            threads.unlock();
            throw e;
        }
    }

    private static void awaitLock(Path file, FileChannel channel, Progress progress) throws IOException {
        Instant deadline = Instant.now().plus(PATIENCE);
        try {
            while (channel.tryLock() == null) {
                progress.check();
                if (Instant.now().isAfter(deadline)) {
                    throw new RingsightException(
                            ErrorCode.STORE_UNAVAILABLE,
                            "Another process has been starting or loading the store for half an hour: " + file,
                            "Maybe it hangs: look for it and end it.");
                }
                Pause.of(BETWEEN);
            }
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    /** Whether some process holds the lock of this file for itself alone. Needs no right to write. */
    static boolean isHeld(Path file) {
        if (Files.notExists(file)) {
            return false;
        }
        synchronized (THREADS) {
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
                return channel.tryLock(0, Long.MAX_VALUE, true) == null;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            threads.unlock();
        }
    }
}
