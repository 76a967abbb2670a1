package io.ringsight.localstore;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Says to other processes that this one works on the store. The operating system takes it back when the process dies,
 * however it dies, so it never goes stale.
 */
final class StoreLock {
    private static final int ATTEMPTS = 50;
    private static final Duration BETWEEN = Duration.ofMillis(100);

    private final FileLock lock;

    private StoreLock(FileLock lock) {
        this.lock = lock;
    }

    /** Tries for five seconds: whoever asks whether a server runs holds the lock for a moment. */
    static StoreLock acquire(StoreFolder folder) throws IOException, InterruptedException {
        FileChannel channel = FileChannel.open(folder.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            @Nullable FileLock lock = channel.tryLock();
            if (lock != null) {
                return new StoreLock(lock);
            }
            Thread.sleep(BETWEEN);
        }
        channel.close();
        throw new IOException("another process holds " + folder.lock());
    }

    void release() {
        try {
            lock.acquiredBy().close();
        } catch (IOException e) {
            System.err.println("cannot release the lock: " + e);
        }
    }
}
