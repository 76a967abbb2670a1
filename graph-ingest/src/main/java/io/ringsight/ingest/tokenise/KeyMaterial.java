package io.ringsight.ingest.tokenise;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeyStatus;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.Parameters;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.prf.PredefinedPrfParameters;
import com.google.crypto.tink.prf.PrfConfig;
import java.security.GeneralSecurityException;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Every key set of an installation at one version. Immutable and thread-safe. */
final class KeyMaterial {
    private static final String IDENTITY = "identity";
    private static final String VAULT = "vault";
    /** The suffix keeps the key sets of types apart from the two of the installation. */
    private static final String HASH_PREFIX = "token:";

    static {
        try {
            PrfConfig.register();
            AeadConfig.register();
        } catch (GeneralSecurityException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private final int version;
    private final SortedMap<String, KeysetHandle> handles;
    private final Map<String, KeyedHash> hashes = new HashMap<>();

    private KeyMaterial(int version, SortedMap<String, KeysetHandle> handles) throws GeneralSecurityException {
        this.version = version;
        this.handles = Collections.unmodifiableSortedMap(handles);
        for (var entry : handles.entrySet()) {
            if (!entry.getKey().equals(VAULT)) {
                hashes.put(entry.getKey(), new KeyedHash(entry.getValue()));
            }
        }
        if (!handles.containsKey(VAULT) || !handles.containsKey(IDENTITY)) {
            throw new GeneralSecurityException("A key set of the installation is missing.");
        }
    }

    /** New keys, none shared with any other installation. */
    static KeyMaterial fresh() {
        return sure(() -> {
            var handles = new TreeMap<String, KeysetHandle>();
            handles.put(IDENTITY, KeysetHandle.generateNew(PredefinedPrfParameters.HMAC_SHA256_PRF));
            handles.put(VAULT, KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM));
            return new KeyMaterial(1, handles);
        });
    }

    /** Reads what {@link #serialised} wrote. */
    static KeyMaterial parse(int version, Map<String, String> serialised) throws GeneralSecurityException {
        var handles = new TreeMap<String, KeysetHandle>();
        for (var entry : serialised.entrySet()) {
            handles.put(
                    entry.getKey(),
                    TinkJsonProtoKeysetFormat.parseKeyset(entry.getValue(), InsecureSecretKeyAccess.get()));
        }
        return new KeyMaterial(version, handles);
    }

    /** Every key set in Tink's JSON form, in the clear: for the owner-only file alone. */
    SortedMap<String, String> serialised() {
        return sure(() -> {
            var all = new TreeMap<String, String>();
            for (var entry : handles.entrySet()) {
                all.put(
                        entry.getKey(),
                        TinkJsonProtoKeysetFormat.serializeKeyset(entry.getValue(), InsecureSecretKeyAccess.get()));
            }
            return all;
        });
    }

    /** These and a new key set for every name that has none. */
    KeyMaterial with(Set<String> names) {
        if (names.stream().allMatch(name -> handles.containsKey(HASH_PREFIX + name))) {
            return this;
        }
        return sure(() -> {
            var more = new TreeMap<>(handles);
            for (String name : names) {
                if (!more.containsKey(HASH_PREFIX + name)) {
                    more.put(HASH_PREFIX + name, KeysetHandle.generateNew(PredefinedPrfParameters.HMAC_SHA256_PRF));
                }
            }
            return new KeyMaterial(version, more);
        });
    }

    /** A new primary key in each key set but the identity's. */
    KeyMaterial rotated() {
        return sure(() -> {
            var next = new TreeMap<>(handles);
            for (var entry : handles.entrySet()) {
                switch (entry.getKey()) {
                    case IDENTITY -> {}
                    case VAULT -> entry(next, entry.getKey(), PredefinedAeadParameters.AES256_GCM);
                    default -> entry(next, entry.getKey(), PredefinedPrfParameters.HMAC_SHA256_PRF);
                }
            }
            return new KeyMaterial(version + 1, next);
        });
    }

    private static void entry(Map<String, KeysetHandle> handles, String name, Parameters parameters)
            throws GeneralSecurityException {
        KeysetHandle old = handles.get(name);
        KeysetHandle.Builder builder = KeysetHandle.newBuilder(old);
        builder.addEntry(KeysetHandle.generateEntryFromParameters(parameters)
                .setStatus(KeyStatus.ENABLED)
                .withRandomId()
                .makePrimary());
        handles.put(name, builder.build());
    }

    /** Only the primary key in each key set. */
    KeyMaterial retired() {
        return sure(() -> {
            var next = new TreeMap<String, KeysetHandle>();
            for (var entry : handles.entrySet()) {
                KeysetHandle.Entry primary = entry.getValue().getPrimary();
                next.put(
                        entry.getKey(),
                        KeysetHandle.newBuilder()
                                .addEntry(KeysetHandle.importKey(primary.getKey())
                                        .withFixedId(primary.getId())
                                        .makePrimary())
                                .build());
            }
            return new KeyMaterial(version, next);
        });
    }

    int version() {
        return version;
    }

    /** A tag that only this installation can make, at any version. */
    byte[] identify(byte[] input) {
        return known(IDENTITY).of(input, KeyedHash.LONGEST);
    }

    KeyedHash hash(String name) {
        return known(HASH_PREFIX + name);
    }

    KeysetHandle vault() {
        KeysetHandle vault = handles.get(VAULT);
        if (vault == null) {
            throw new IllegalStateException("No key set for the vault.");
        }
        return vault;
    }

    private KeyedHash known(String name) {
        KeyedHash hash = hashes.get(name);
        if (hash == null) {
            throw new IllegalArgumentException("No key set for " + name + ".");
        }
        return hash;
    }

    private static <T> T sure(Making<T> making) {
        try {
            return making.make();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The JVM cannot make HMAC-SHA-256 or AES-GCM keys.", e);
        }
    }

    private interface Making<T> {
        T make() throws GeneralSecurityException;
    }
}
