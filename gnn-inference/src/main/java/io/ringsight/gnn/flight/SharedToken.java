package io.ringsight.gnn.flight;

import io.ringsight.ingest.error.ErrorCode;
import io.ringsight.ingest.error.RingsightException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.util.Set;

/** A secret that server and clients share, sent as {@code authorization: Bearer …}. Never printed. Immutable. */
public final class SharedToken {
    private static final int SHORTEST = 16;
    private static final String SCHEME = "Bearer ";
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");

    private final String token;

    private SharedToken(String token) {
        this.token = token;
    }

    /** @param from where it was found, for the message */
    public static SharedToken of(String token, String from) {
        if (token.length() < SHORTEST || token.chars().anyMatch(letter -> letter <= ' ' || letter > '~')) {
            throw new RingsightException(
                    ErrorCode.CONFIGURATION,
                    "The token in " + from + " has " + token.length() + " characters, or others than letters, digits"
                            + " and signs.",
                    "Maybe make one of at least " + SHORTEST + ": openssl rand -hex 32.");
        }
        return new SharedToken(token);
    }

    /** From a file that nobody but its owner may read. */
    public static SharedToken read(Path file) {
        try {
            boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
            if (posix && !OWNER_ONLY.containsAll(Files.getPosixFilePermissions(file))) {
                throw new RingsightException(
                        ErrorCode.CONFIGURATION,
                        file + " may be read or changed by others than its owner.",
                        "Maybe chmod 600 it, and make a new token if somebody else had access.");
            }
            return of(Files.readString(file).strip(), file.toString());
        } catch (IOException e) {
            throw new RingsightException(
                    ErrorCode.CONFIGURATION,
                    "Cannot read the token in " + file + ".",
                    "Maybe the path is misspelt.",
                    e);
        }
    }

    String header() {
        return SCHEME + token;
    }

    /** Whether a header is that of this token, in a time that says nothing of where they differ. */
    boolean is(String shown) {
        return MessageDigest.isEqual(shown.getBytes(StandardCharsets.UTF_8), header().getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return "token of " + token.length() + " characters";
    }
}
