package io.ringsight.ingest.intake;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * SHA-256 over a whole normalised application. Each part goes in with its length, so that no two applications read alike;
 * identifiers go in sorted, so that their order does not count. Not thread-safe; used once.
 */
final class ContentDigest {
    private final MessageDigest sha;
    private final SortedSet<String> identifiers = new TreeSet<>();

    ContentDigest() {
        try {
            sha = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JVM has SHA-256.", e);
        }
    }

    ContentDigest part(Optional<String> part) {
        if (part.isEmpty()) {
            sha.update(ByteBuffer.allocate(4).putInt(0, -1));
        } else {
            byte[] bytes = part.get().getBytes(StandardCharsets.UTF_8);
            sha.update(ByteBuffer.allocate(4).putInt(0, bytes.length));
            sha.update(bytes);
        }
        return this;
    }

    ContentDigest part(String part) {
        return part(Optional.of(part));
    }

    void identifier(String type, long firstSeen, long lastSeen, String sealedForm) {
        identifiers.add(type + "\n" + firstSeen + "\n" + lastSeen + "\n" + sealedForm);
    }

    /** 64 hex digits. */
    String hex() {
        identifiers.forEach(this::part);
        return HexFormat.of().formatHex(sha.digest());
    }
}
