package io.ringsight.localstore;

import java.nio.file.Files;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;

/** Runs the database until it is told to stop. */
final class Serve {
    static final long NO_OWNER = -1;

    private static final long DEFAULT_PAGE_CACHE_BYTES = 256L << 20;
    private static final Duration WATCH = Duration.ofSeconds(2);

    private Serve() {}

    static void run(StoreFolder folder, long owner) throws Exception {
        Files.createDirectories(folder.path());
        StoreLock lock = StoreLock.acquire(folder);
        Files.deleteIfExists(folder.address());
        Database database = Database.open(folder, Long.getLong("ringsight.page-cache", DEFAULT_PAGE_CACHE_BYTES));
        String password = newPassword();
        database.setPassword(password);
        int port = database.boltPort();
        BoltHandshake.await(port);
        AddressFile address = AddressFile.of(port, password);

        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(folder, address, database, lock), "stop"));
        address.write(folder);
        Thread.ofPlatform().daemon().name("warm-up").start(() -> WarmUp.run(database.api()));
        while (address.standsIn(folder) && lives(owner)) {
            Thread.sleep(WATCH);
        }
        System.exit(0);
    }

    /** The address goes first, so that nobody attaches to a store that is going down; the lock goes last. */
    private static void stop(StoreFolder folder, AddressFile address, Database database, StoreLock lock) {
        address.remove(folder);
        database.close();
        lock.release();
        System.out.println("stopped");
    }

    private static boolean lives(long owner) {
        return owner == NO_OWNER
                || ProcessHandle.of(owner).map(ProcessHandle::isAlive).orElse(false);
    }

    private static String newPassword() {
        byte[] password = new byte[24];
        new SecureRandom().nextBytes(password);
        return HexFormat.of().formatHex(password);
    }
}
