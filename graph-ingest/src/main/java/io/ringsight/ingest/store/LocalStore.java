package io.ringsight.ingest.store;

import io.ringsight.ingest.neo4j.StoreAddress;
import io.ringsight.ingest.progress.Progress;
import java.nio.file.Path;

/**
 * The default database: Neo4j Community with OpenGDS in a JVM of its own, kept in {@code <data folder>/store}. Any number
 * of processes may attach to it at once; the first one starts it, and it goes on running when they end.
 *
 * <p>Thread-safe, and safe between processes.
 */
public final class LocalStore {
    private final Path folder;
    private final Path libraries;

    /**
     * @param dataFolder created when missing
     * @param storeLibraries the folder of jars that the store's JVM starts from
     */
    public LocalStore(Path dataFolder, Path storeLibraries) {
        this.folder = dataFolder.toAbsolutePath().normalize().resolve("store");
        this.libraries = storeLibraries.toAbsolutePath().normalize();
    }

    /** {@link #attach(Progress)} in silence. */
    public StoreAddress attach() {
        return attach(Progress.silent());
    }

    /** Starts the store unless it runs, waits until it answers, and says where. */
    public StoreAddress attach(Progress progress) {
        throw new UnsupportedOperationException("not yet: " + folder + libraries + progress);
    }

    public StoreStatus status() {
        return new StoreStatus.Stopped();
    }

    /** Stops the store and waits until its JVM has gone. False when none was running. */
    public boolean stop() {
        return false;
    }

    /** True when this data folder never held a database: then {@link #bulkLoad} has nothing to replace. */
    public boolean isNew() {
        return true;
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
        throw new UnsupportedOperationException("not yet: " + csvFolder + progress);
    }
}
