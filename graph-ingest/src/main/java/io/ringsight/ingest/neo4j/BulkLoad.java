package io.ringsight.ingest.neo4j;

import io.ringsight.ingest.error.ErrorCode;
import io.ringsight.ingest.error.RingsightException;
import io.ringsight.ingest.record.SightingRecord;
import io.ringsight.ingest.record.TokenisedApplication;
import io.ringsight.ingest.record.TokenisedSink;
import it.unimi.dsi.fastutil.longs.Long2LongOpenHashMap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The first load of an empty local store: into files, from there through the offline importer. What files cannot say
 * (a second version of an account, sightings of an account met before) waits, and goes over Bolt once the importer is done;
 * when too much waits, the importer runs at once and all the rest goes over Bolt. Memory: some 80 bytes an account and an
 * identifier, and at most {@value #MOST_WAITING} waiting records.
 *
 * <p>Call {@link #finish} at the end, and {@link #close} always. Not thread-safe.
 */
public final class BulkLoad implements TokenisedSink, AutoCloseable {
    private static final int MOST_WAITING = 50_000;
    private static final int MOST_IDENTIFIERS = 20_000_000;

    private final Path folder;
    private final Function<Path, StoreAddress> importer;
    private final String fingerprint;
    private final int keyVersion;
    private final BulkFiles files;
    private final Long2LongOpenHashMap contents = new Long2LongOpenHashMap(); // by hash of the account's id
    private final List<TokenisedApplication> laterVersions = new ArrayList<>();
    private final List<SightingRecord> laterSightings = new ArrayList<>();
    private @Nullable Store store;
    private @Nullable GraphWriter writer;

    /**
     * @param folder where the files may lie meanwhile; it is deleted afterwards
     * @param importer makes a store of the files: {@code LocalStore.bulkLoad}
     * @param fingerprint of the key set that the tokens are made with
     * @param keyVersion of the same
     */
    public BulkLoad(Path folder, Function<Path, StoreAddress> importer, String fingerprint, int keyVersion) {
        this.folder = folder;
        this.importer = importer;
        this.fingerprint = fingerprint;
        this.keyVersion = keyVersion;
        this.files = new BulkFiles(folder, keyVersion);
    }

    @Override
    public void application(TokenisedApplication application) {
        if (writer != null) {
            writer.application(application);
            return;
        }
        String accountId = application.account().accountId();
        long content = application.account().content().low();
        long hash = KnownAccounts.hash(accountId);
        if (!contents.containsKey(hash) && BulkFiles.canHold(accountId)) {
            contents.put(hash, content);
            files.write(application);
        } else {
            contents.putIfAbsent(hash, content);
            laterVersions.add(application);
        }
        importWhenMuchWaits();
    }

    @Override
    public boolean knows(String accountId) {
        return writer != null ? writer.knows(accountId) : contents.containsKey(KnownAccounts.hash(accountId));
    }

    @Override
    public void sightings(List<SightingRecord> sightings) {
        if (writer != null) {
            writer.sightings(sightings);
            return;
        }
        laterSightings.addAll(sightings);
        importWhenMuchWaits();
    }

    private void importWhenMuchWaits() {
        if (laterVersions.size() + laterSightings.size() > MOST_WAITING || files.identifierCount() > MOST_IDENTIFIERS) {
            importFiles();
        }
    }

    private GraphWriter importFiles() {
        files.close();
        StoreAddress address = importer.apply(folder);
        delete(folder);
        Store loaded = Store.connect(address);
        store = loaded;
        StoreMeta.bindKeys(loaded, fingerprint);
        var rest = new GraphWriter(loaded, keyVersion);
        writer = rest;
        contents.clear();
        laterVersions.forEach(rest::application);
        laterVersions.clear();
        rest.sightings(laterSightings);
        laterSightings.clear();
        return rest;
    }

    /** Whether nothing was taken so far: then there is nothing to finish. */
    public boolean isEmpty() {
        return writer == null && contents.isEmpty();
    }

    /** Waits until everything is in the store, and returns it, open. */
    public Store finish() {
        GraphWriter rest = writer == null ? importFiles() : writer;
        rest.close();
        Store loaded = store;
        if (loaded == null) {
            throw new IllegalStateException("imported, and yet no store");
        }
        store = null;
        return loaded;
    }

    /** Deletes what is left of the files; closes the store, unless {@link #finish} gave it away. */
    @Override
    public void close() {
        files.close();
        delete(folder);
        if (store != null) {
            store.close();
        }
    }

    private static void delete(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (var paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new RingsightException(
                    ErrorCode.OUTPUT_UNWRITABLE, "Cannot delete " + folder + ".", "Maybe delete it by hand.", e);
        }
    }
}
