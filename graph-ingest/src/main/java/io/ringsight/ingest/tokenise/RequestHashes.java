package io.ringsight.ingest.tokenise;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** Keyed hashes that tell requests apart without keeping what was in them. A rotation of the keys changes them. Thread-safe. */
public final class RequestHashes {
    private static final int BYTES = 16;

    private final KeyedHash hash;

    private RequestHashes(KeyedHash hash) {
        this.hash = hash;
    }

    public static RequestHashes of(KeySets keys) {
        return new RequestHashes(keys.hash(KeySets.REQUEST));
    }

    /** Of the key that a caller gave to a request: callers do not get into each other's way. */
    public String key(String caller, String key) {
        return hex((byte) 'k', (caller + "\n" + key).getBytes(StandardCharsets.UTF_8));
    }

    /** Of a request's body. */
    public String body(byte[] body) {
        return hex((byte) 'b', body);
    }

    private String hex(byte what, byte[] input) {
        var all = new ByteArrayOutputStream(input.length + 1);
        all.write(what);
        all.writeBytes(input);
        return HexFormat.of().formatHex(hash.of(all.toByteArray(), BYTES));
    }
}
