package io.ringsight.api.http;

import io.ringsight.ingest.error.ErrorCode;
import io.ringsight.ingest.error.RingsightException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Who may do what. Kept as digests; compared in constant time. Without keys everybody may do everything, which is only
 * allowed on the loopback address. Immutable.
 */
public final class ApiKeys {
    private static final int SHORTEST = 16;
    private static final int NAME_BYTES = 8;

    private final List<Key> keys;

    /** Who showed a key: its role, and a name that tells keys apart and nothing of the key. */
    record Holder(String name, Role role) {}

    private record Key(Role role, byte[] digest) {
        Holder holder() {
            return new Holder(HexFormat.of().formatHex(digest, 0, NAME_BYTES), role);
        }
    }

    private ApiKeys(List<Key> keys) {
        this.keys = List.copyOf(keys);
    }

    /** No keys: open. */
    public static ApiKeys none() {
        return new ApiKeys(List.of());
    }

    /** Reads lines of {@code ROLE key}; empty lines and lines that start with {@code #} are skipped. */
    public static ApiKeys read(Path file) {
        List<Key> keys = new ArrayList<>();
        try {
            List<String> lines = Files.readAllLines(file);
            for (int i = 0; i < lines.size(); i++) {
                String line = lines.get(i).strip();
                if (!line.isEmpty() && !line.startsWith("#")) {
                    keys.add(key(file, i + 1, line));
                }
            }
        } catch (IOException e) {
            throw wrong("Cannot read the API keys in " + file + ".", "Maybe the path is misspelt.", e);
        }
        if (keys.isEmpty()) {
            throw wrong(file + " holds no API key.", "Maybe write a line like: ANALYST " + "x".repeat(SHORTEST), null);
        }
        return new ApiKeys(keys);
    }

    private static Key key(Path file, int line, String text) {
        String[] words = text.split("\\s+");
        try {
            if (words.length == 2 && words[1].length() >= SHORTEST) {
                return new Key(Role.valueOf(words[0].toUpperCase(Locale.ROOT)), digest(words[1]));
            }
        } catch (IllegalArgumentException e) {
            throw wrong(
                    file + " line " + line + ": there is no role '" + words[0] + "'.",
                    "Maybe ONBOARDING, INVESTIGATOR, ANALYST or ADMIN.",
                    e);
        }
        throw wrong(
                file + " line " + line + " is not a role and a key of at least " + SHORTEST + " characters.",
                "Maybe write a line like: ANALYST a-long-random-word",
                null);
    }

    public boolean isOpen() {
        return keys.isEmpty();
    }

    /** The role of whoever shows that key. */
    public Optional<Role> role(String shown) {
        return holder(shown).map(Holder::role);
    }

    /** Whoever shows that key. */
    Optional<Holder> holder(String shown) {
        byte[] digest = digest(shown);
        Optional<Holder> found = Optional.empty();
        for (Key key : keys) {
            if (MessageDigest.isEqual(key.digest(), digest)) {
                found = Optional.of(key.holder());
            }
        }
        return found;
    }

    private static byte[] digest(String key) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }

    private static RingsightException wrong(
            String message, String hint, @org.jspecify.annotations.Nullable Exception cause) {
        return new RingsightException(ErrorCode.CONFIGURATION, message, hint, cause);
    }
}
