package io.ringsight.api.pipeline;

import io.ringsight.detect.registry.ModelRegistry;
import io.ringsight.export.csv.WholeFile;
import io.ringsight.ingest.intake.Intake;
import io.ringsight.ingest.neo4j.Store;
import io.ringsight.ingest.neo4j.StoreAddress;
import io.ringsight.ingest.neo4j.StoreMeta;
import io.ringsight.ingest.progress.Progress;
import io.ringsight.ingest.record.IdentifierTypes;
import io.ringsight.ingest.source.IngestConfiguration;
import io.ringsight.ingest.store.LocalStore;
import io.ringsight.ingest.tokenise.KeySets;
import io.ringsight.ingest.vault.Vault;
import java.nio.file.Path;
import java.util.Optional;

/** A data folder with its keys, and the store that belongs to it. Thread-safe. */
public final class Installation {
    private final StoreSettings settings;
    private final Optional<Path> configurationFile;
    private final IngestConfiguration configuration;

    public Installation(StoreSettings settings, Optional<Path> configurationFile) {
        this.settings = settings;
        this.configurationFile = configurationFile;
        this.configuration = IngestConfiguration.read(configurationFile);
    }

    public IdentifierTypes types() {
        return configuration.types();
    }

    /** Where it is configured; empty where nothing is. */
    public Optional<Path> configurationFile() {
        return configurationFile;
    }

    public Path data() {
        return settings.data();
    }

    /** What the last ingest left out, and why. */
    /** The models that were trained here. */
    public ModelRegistry models() {
        return new ModelRegistry(data().resolve("models"));
    }

    public Path rejectedFile() {
        return settings.data().resolve("rejected.jsonl");
    }

    public Path logFile() {
        return settings.data().resolve("logs").resolve("ringsight.log");
    }

    public LocalStore localStore() {
        return new LocalStore(settings.data(), LocalStore.configuredLibraries());
    }

    /** Whether the store is one of our own making, in the data folder. */
    public boolean isLocal() {
        return settings.server().isEmpty();
    }

    /** Connects to the store, starting the local one when needed. */
    public Store connect(Progress progress) {
        return Store.connect(address(progress));
    }

    private StoreAddress address(Progress progress) {
        return settings.server()
                .map(server -> new StoreAddress(server.uri(), server.user(), server.password()))
                .orElseGet(() -> {
                    WholeFile.createFolder(settings.data());
                    return localStore().attach(progress);
                });
    }

    /** The keys of this installation, made on first use. */
    public KeySets createKeys() {
        WholeFile.createFolder(settings.data());
        return KeySets.openOrCreate(settings.keys(), types());
    }

    /** The keys of this installation, which must be there. */
    public KeySets existingKeys() {
        return KeySets.open(settings.keys(), types());
    }

    /** Keys that go with that store: made when the store holds nothing yet, never when it does. */
    public KeySets keysFor(Store store) {
        boolean bound = StoreMeta.read(store).keyFingerprint().isPresent();
        KeySets keys = bound ? existingKeys() : createKeys();
        StoreMeta.bindKeys(store, keys.fingerprint());
        return keys;
    }

    /** Normalises and tokenises under those keys. */
    public Intake intake(KeySets keys) {
        return new Intake(types(), keys, configuration.vault() ? Vault.on(keys) : Vault.off());
    }

    /** Whether normal forms are kept, encrypted. */
    public boolean keepsVault() {
        return configuration.vault();
    }
}
