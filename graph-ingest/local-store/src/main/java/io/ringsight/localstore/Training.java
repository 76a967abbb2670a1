package io.ringsight.localstore;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;

/**
 * Makes the ahead-of-time cache that halves later starts: a JVM of its own starts a store in a scratch folder, does what
 * every store does, ends, and leaves the classes it loaded and linked in a file.
 */
final class Training {
    private static final long PAGE_CACHE_BYTES = 32L << 20;
    private static final String REHEARSAL_PASSWORD = "rehearsal-of-a-start";

    private Training() {}

    /**
     * @param cache appears only when it is complete
     * @param java the command that the cache is for: {@code java} and its flags, up to the main class
     */
    static void run(StoreFolder scratch, Path cache, List<String> java) throws Exception {
        Thread.sleep(Duration.ofSeconds(Long.getLong("ringsight.training-delay", 0)));
        Files.createDirectories(cache.toAbsolutePath().getParent());
        try (FileChannel channel = FileChannel.open(
                cache.resolveSibling("training.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            @Nullable FileLock lock = channel.tryLock();
            if (lock != null && Files.notExists(cache)) {
                make(scratch, cache, java);
            }
        }
    }

    private static void make(StoreFolder scratch, Path cache, List<String> java) throws Exception {
        Path half = cache.resolveSibling(cache.getFileName() + ".half");
        Files.deleteIfExists(half);
        List<String> command = new ArrayList<>(java);
        command.add(1, "-XX:AOTCacheOutput=" + half);
        command.addAll(List.of(
                LocalStoreServer.class.getName(), "rehearse", scratch.path().toString()));
        try {
            int exit = new ProcessBuilder(command).inheritIO().start().waitFor();
            if (exit != 0 || Files.notExists(half)) {
                throw new IOException("the rehearsal ended with exit code " + exit);
            }
            deleteOthers(cache.toAbsolutePath());
            Files.move(half, cache, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Folders.delete(scratch.path());
        }
    }

    /** Caches of earlier jars and JDKs: about 200 MB each, of no use to anybody. */
    private static void deleteOthers(Path cache) throws IOException {
        try (var caches = Files.newDirectoryStream(cache.getParent(), "*.aot")) {
            for (Path other : caches) {
                if (!other.equals(cache)) {
                    Files.delete(other);
                }
            }
        }
    }

    /** What every store does between its start and its first answer. */
    static void rehearse(StoreFolder scratch) throws Exception {
        Files.createDirectories(scratch.path());
        try (Database database = Database.open(scratch, PAGE_CACHE_BYTES)) {
            database.setPassword(REHEARSAL_PASSWORD);
            BoltHandshake.await(database.boltPort());
            WarmUp.run(database.api());
            converse(database.boltPort());
        }
    }

    private static void converse(int port) {
        try (Driver driver =
                GraphDatabase.driver("bolt://127.0.0.1:" + port, AuthTokens.basic(Database.USER, REHEARSAL_PASSWORD))) {
            for (String statement : List.of(
                    "CREATE CONSTRAINT IF NOT EXISTS FOR (n:Rehearsal) REQUIRE n.id IS UNIQUE",
                    "UNWIND $rows AS row MERGE (n:Rehearsal {id: row}) RETURN count(n)",
                    "MATCH (n:Rehearsal) RETURN collect(n.id)")) {
                driver.executableQuery(statement)
                        .withParameters(Map.of("rows", List.of(1, 2, 3)))
                        .execute();
            }
        }
    }
}
