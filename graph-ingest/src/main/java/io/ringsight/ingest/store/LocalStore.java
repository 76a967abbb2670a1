package io.ringsight.ingest.store;

import io.ringsight.ingest.error.ErrorCode;
import io.ringsight.ingest.error.RingsightException;
import io.ringsight.ingest.neo4j.StoreAddress;
import io.ringsight.ingest.progress.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The default database: Neo4j Community with OpenGDS in a JVM of its own, kept in {@code <data folder>/store}. Any number
 * of processes may attach to it at once; the first one starts it, and it goes on running when they end.
 *
 * <p>Thread-safe, and safe between processes.
 */
public final class LocalStore {
    private static final String LIBRARIES = "ringsight.local-store";
    private static final Duration STOP_PATIENCE = Duration.ofMinutes(2);
    private static final Duration BETWEEN = Duration.ofMillis(50);

    private final StoreFiles files;
    private final Path libraryFolder;
    private final Optional<ProcessHandle> owner;

    /**
     * @param dataFolder created when missing
     * @param storeLibraries the folder of jars that the store's JVM starts from
     */
    public LocalStore(Path dataFolder, Path storeLibraries) {
        this(dataFolder, storeLibraries, Optional.empty());
    }

    private LocalStore(Path dataFolder, Path storeLibraries, Optional<ProcessHandle> owner) {
        this.files = new StoreFiles(dataFolder.toAbsolutePath().normalize().resolve("store"));
        this.libraryFolder = storeLibraries.toAbsolutePath().normalize();
        this.owner = owner;
    }

    /** A store that stops by itself when this process ends, however it ends; no AOT cache is trained for it. */
    static LocalStore endingWithThisProcess(Path dataFolder, Path storeLibraries) {
        return new LocalStore(dataFolder, storeLibraries, Optional.of(ProcessHandle.current()));
    }

    /** The libraries' folder that the launcher names in the system property {@value #LIBRARIES}. */
    public static Path configuredLibraries() {
        String folder = System.getProperty(LIBRARIES);
        if (folder == null) {
            throw new RingsightException(
                    ErrorCode.STORE_UNAVAILABLE,
                    "The system property " + LIBRARIES + " does not name the local store's libraries.",
                    "Maybe start with ./ringsight, or name a Neo4j server with --neo4j-uri.");
        }
        return Path.of(folder);
    }

    /** {@link #attach(Progress)} in silence. */
    public StoreAddress attach() {
        return attach(Progress.silent());
    }

    /** Starts the store unless it runs, waits until it answers, and says where. */
    public StoreAddress attach(Progress progress) {
        Optional<Server> running = Server.find(files);
        if (running.isPresent()) {
            return checked(running.get()).address();
        }
        StoreLibraries libraries = StoreLibraries.of(libraryFolder);
        files.create();
        try (FolderLock _ = FolderLock.acquire(files.attachLock(), progress)) {
            return attachAlone(libraries, progress);
        }
    }

    private StoreAddress attachAlone(StoreLibraries libraries, Progress progress) {
        ServerStart start = new ServerStart(files, libraries, owner);
        return start.settled(progress)
                .map(this::checked)
                .orElseGet(() -> start.run(progress))
                .address();
    }

    /** A server of another version is said and left alone: other processes may be working with it. */
    private Server checked(Server server) {
        Optional<StoreLibraries> libraries =
                Files.isDirectory(libraryFolder) ? Optional.of(StoreLibraries.of(libraryFolder)) : Optional.empty();
        if (libraries.isPresent() && !libraries.get().version().equals(server.version())) {
            throw new RingsightException(
                    ErrorCode.STORE_UNAVAILABLE,
                    "The local store in " + files.folder() + " runs " + server.version() + ", and this is "
                            + libraries.get().version() + ".",
                    "Maybe stop it first: ./ringsight store stop");
        }
        return server;
    }

    public StoreStatus status() {
        return Server.find(files)
                .<StoreStatus>map(server -> new StoreStatus.Running(
                        server.address().uri(), server.pid(), server.version(), server.startedAt()))
                .orElseGet(StoreStatus.Stopped::new);
    }

    /** Stops the store and waits until its JVM has gone. False when none was running. */
    public boolean stop() {
        if (!FolderLock.isHeld(files.serverLock())) {
            return false;
        }
        try (FolderLock _ = FolderLock.acquire(files.attachLock(), Progress.silent())) {
            return stopAlone();
        }
    }

    private boolean stopAlone() {
        Optional<Server> running = Server.find(files);
        if (running.isPresent() && !running.get().askToStop()) {
            // Another container's process: a server without its address file stops by itself.
            deleteAddress();
        }
        Instant deadline = Instant.now().plus(STOP_PATIENCE);
        while (FolderLock.isHeld(files.serverLock())) {
            if (Instant.now().isAfter(deadline)) {
                throw new RingsightException(
                        ErrorCode.STORE_UNAVAILABLE,
                        "The local store in " + files.folder() + " does not stop"
                                + running.map(server -> " (process " + server.pid() + ").")
                                        .orElse("."),
                        "Maybe look into " + files.serverLog() + "; a killed store recovers when it starts again.");
            }
            Pause.of(BETWEEN);
        }
        return running.isPresent();
    }

    private void deleteAddress() {
        try {
            Files.deleteIfExists(files.address());
        } catch (IOException e) {
            throw new RingsightException(
                    ErrorCode.STORE_UNAVAILABLE,
                    "The local store cannot be told to stop: " + StoreFiles.reason(e),
                    "Maybe the data folder is read-only.",
                    e);
        }
    }

    /** True when this data folder never held a database: then {@link #bulkLoad} has nothing to replace. */
    public boolean isNew() {
        return Files.notExists(files.home()) && Files.notExists(files.replaced());
    }

    /**
     * Replaces the database by one that the offline importer makes from CSV files, and starts the store. The new database
     * is put in place only once it is complete: after a {@code kill -9} in the middle the store is as it was before. The
     * caller has seen that the present store, if there is one, holds nothing worth keeping. There are no constraints and
     * no indexes in the new database: the migrations make them over Bolt, as in any other empty store.
     *
     * <p>Each group of files has a header file and one or more data files without a header, numbered so that their names sort
     * ({@code accounts-0000.csv}, {@code accounts-0001.csv}, …). UTF-8, comma, quotes doubled inside quotes, no line break
     * inside a value; an empty value leaves the property out. A group whose header file is missing is left out; {@code
     * accounts} must be there. Properties may be added to a header at will; types are {@code long}, {@code double}, {@code
     * int}, {@code boolean}, {@code string}, {@code byte[]} (numbers joined by {@code ;}).
     *
     * <table>
     * <caption>Groups</caption>
     * <tr><th>header file</th><th>data files</th><th>becomes</th><th>its columns begin with</th></tr>
     * <tr><td>{@code accounts.csv}</td><td>{@code accounts-*.csv}</td><td>{@code :Account}</td>
     *     <td>{@code account_id:ID(Account)}</td></tr>
     * <tr><td>{@code identifiers.csv}</td><td>{@code identifiers-*.csv}</td><td>{@code :Identifier}</td>
     *     <td>{@code token:ID(Identifier)}</td></tr>
     * <tr><td>{@code uses.csv}</td><td>{@code uses-*.csv}</td><td>{@code :USES}</td>
     *     <td>{@code :START_ID(Account),:END_ID(Identifier)}, then {@code seen_at:long,recorded_at:long,seq:long}</td></tr>
     * <tr><td>{@code revisions.csv}</td><td>{@code revisions-*.csv}</td><td>{@code :Revision}</td>
     *     <td>{@code revision_id:ID(Revision)}</td></tr>
     * <tr><td>{@code revised.csv}</td><td>{@code revised-*.csv}</td><td>{@code :REVISED}</td>
     *     <td>{@code :START_ID(Account),:END_ID(Revision)}</td></tr>
     * </table>
     */
    public StoreAddress bulkLoad(Path csvFolder, Progress progress) {
        StoreLibraries libraries = StoreLibraries.of(libraryFolder);
        files.create();
        try (FolderLock _ = FolderLock.acquire(files.attachLock(), progress)) {
            stopAlone();
            new BulkImport(files, libraries).run(csvFolder.toAbsolutePath(), progress);
            return attachAlone(libraries, progress);
        }
    }
}
