package io.ringsight.ingest.tokenise;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.RegistryConfiguration;
import io.ringsight.ingest.error.ErrorCode;
import io.ringsight.ingest.error.RingsightException;
import io.ringsight.ingest.record.IdentifierType;
import io.ringsight.ingest.record.IdentifierTypes;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The secret keys of an installation: one HMAC key set per identifier type and per account field, and one for the vault.
 * Immutable and thread-safe.
 */
public final class KeySets {
    /** The account fields that are tokenised apart, each under a key set of its own. */
    public static final String GIVEN_NAME = "given_name";

    public static final String SURNAME = "surname";
    public static final String BIRTH_DATE = "birth_date";
    /** The key set of the hash over a whole application. */
    public static final String CONTENT = "content";

    /** The key set of the hashes of requests. */
    static final String REQUEST = "request";

    private static final List<String> FIELDS = List.of(GIVEN_NAME, SURNAME, BIRTH_DATE, CONTENT, REQUEST);

    private final Optional<KeyFile> file;
    private final KeyMaterial material;

    private KeySets(Optional<KeyFile> file, KeyMaterial material) {
        this.file = file;
        this.material = material;
    }

    /** The key sets in that folder; made on first use, owner-only. Types that are new get a key set of their own. */
    public static KeySets openOrCreate(Path folder, IdentifierTypes types) {
        KeyFile file = new KeyFile(folder);
        KeyMaterial material =
                file.update(known -> known.orElseGet(KeyMaterial::fresh).with(names(types)));
        return new KeySets(Optional.of(file), material);
    }

    /** The key sets in that folder, which must be there. Types that are new get a key set of their own. */
    public static KeySets open(Path folder, IdentifierTypes types) {
        KeyFile file = new KeyFile(folder);
        KeyMaterial material = file.update(known -> known.orElseThrow(() -> new RingsightException(
                        ErrorCode.KEYS,
                        "There is no key set in " + folder + ".",
                        "Maybe the folder was moved: without its keys the tokens of a store cannot be made again."))
                .with(names(types)));
        return new KeySets(Optional.of(file), material);
    }

    /** Key sets that are never written down: for runs that leave no store behind. */
    public static KeySets ephemeral(IdentifierTypes types) {
        return new KeySets(Optional.empty(), KeyMaterial.fresh().with(names(types)));
    }

    /** Tells installations apart: 32 hex digits, the same after rotation, safe to store and to show. */
    public String fingerprint() {
        byte[] tag = material.identify("ringsight installation".getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(tag, 0, 16);
    }

    /**
     * Where a text falls between 0 (included) and 1: evenly, known to this installation alone, the same after rotation.
     *
     * @param purpose keeps the places of one use apart from those of another
     */
    public double place(String purpose, String text) {
        byte[] tag = material.identify(("place " + purpose + "\0" + text).getBytes(StandardCharsets.UTF_8));
        return (ByteBuffer.wrap(tag).getLong() >>> 11) * 0x1p-53;
    }

    /** How often the keys were rotated, from 1: the {@code key_version} of every token made now. */
    public int version() {
        return material.version();
    }

    /** The same key sets with a new primary key each, written down; tokens made before are of an older version. */
    public KeySets rotate() {
        return changed(material.rotated());
    }

    /** The same key sets without the keys of older versions, written down: call it when no old token is left. */
    public KeySets retireOlder() {
        return changed(material.retired());
    }

    private KeySets changed(KeyMaterial next) {
        file.ifPresent(keys -> keys.update(known -> {
            if (known.isEmpty() || known.get().version() != material.version()) {
                throw new RingsightException(
                        ErrorCode.KEYS,
                        "The key set was changed by another process.",
                        "Maybe a rotation runs already: open the key set again.");
            }
            return next;
        }));
        return new KeySets(file, next);
    }

    /** Seals and opens for the vault, under a key set that nothing else uses. */
    public Aead vault() {
        try {
            return material.vault().getPrimitive(RegistryConfiguration.get(), Aead.class);
        } catch (GeneralSecurityException e) {
            throw KeyFile.corrupt("The vault's key set cannot be used.", e);
        }
    }

    KeyedHash hash(String name) {
        return material.hash(name);
    }

    private static Set<String> names(IdentifierTypes types) {
        var names = new LinkedHashSet<>(FIELDS);
        for (IdentifierType type : types.all()) {
            if (!names.add(type.name())) {
                throw new RingsightException(
                        ErrorCode.CONFIGURATION,
                        "An identifier type cannot be called '" + type.name() + "'.",
                        "Maybe choose another name: " + String.join(", ", FIELDS) + " are fields of an account.");
            }
        }
        return names;
    }

    /** Never shows a key. */
    @Override
    public String toString() {
        return "KeySets[" + fingerprint().substring(0, 8) + "…, version " + version() + "]";
    }
}
