package io.ringsight.ingest.tokenise;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ringsight.ingest.error.ErrorCode;
import io.ringsight.ingest.error.RingsightException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * {@code keysets.json}: all key sets in one file, so that a rotation happens whole or not at all. Owner-only; replaced
 * atomically under a lock, for processes and threads alike.
 */
final class KeyFile {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int FORMAT = 1;
    private static final Object ONE_THREAD = new Object();
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");

    private final Path folder;
    private final Path file;

    KeyFile(Path folder) {
        this.folder = folder;
        this.file = folder.resolve("keysets.json");
    }

    /** Reads, lets {@code change} decide, and writes when that is something else than what was read. */
    KeyMaterial update(Change change) {
        synchronized (ONE_THREAD) {
            if (!Files.isDirectory(folder)) {
                KeyMaterial made = change.apply(Optional.empty());
                return writing(() -> {
                    Files.createDirectories(folder, owner("rwx------"));
                    return locked(known -> known.isPresent() ? change.apply(known) : made);
                });
            }
            return writing(() -> locked(change));
        }
    }

    /** From what is there, if anything, to what shall be there. */
    interface Change {
        KeyMaterial apply(Optional<KeyMaterial> known);
    }

    private KeyMaterial locked(Change change) throws IOException {
        Optional<KeyMaterial> seen = read();
        if (seen.isPresent()) {
            KeyMaterial wanted = change.apply(seen);
            if (wanted == seen.get()) {
                return wanted;
            }
        }
        Path lock = folder.resolve("keysets.lock");
        try (FileChannel channel =
                        FileChannel.open(lock, Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE), mode());
                var _ = channel.lock()) {
            Optional<KeyMaterial> known = read();
            KeyMaterial wanted = change.apply(known);
            if (known.isEmpty() || wanted != known.get()) {
                write(wanted);
            }
            return wanted;
        }
    }

    private Optional<KeyMaterial> read() throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        refuseIfOthersCanRead();
        try {
            var root = JSON.readTree(file.toFile());
            if (root == null || root.path("format").asInt() != FORMAT) {
                throw corrupt(file + " is not a key set of this version of Ringsight.", null);
            }
            var serialised = new TreeMap<String, String>();
            root.path("keysets")
                    .properties()
                    .forEach(entry ->
                            serialised.put(entry.getKey(), entry.getValue().toString()));
            KeyMaterial material = KeyMaterial.parse(root.path("version").asInt(), serialised);
            if (!root.path("check").asText().equals(check(material, serialised))) {
                throw corrupt(file + " was changed by hand or mixed from two installations.", null);
            }
            return Optional.of(material);
        } catch (com.fasterxml.jackson.core.JacksonException | GeneralSecurityException | RuntimeException e) {
            if (e instanceof RingsightException known) {
                throw known;
            }
            // The cause stays out: its message may quote the file.
            throw corrupt(file + " is damaged.", null);
        }
    }

    private void refuseIfOthersCanRead() throws IOException {
        if (posix() && !OWNER_ONLY.containsAll(Files.getPosixFilePermissions(file))) {
            throw new RingsightException(
                    ErrorCode.KEYS,
                    file + " may be read or changed by others than its owner.",
                    "Maybe it was copied: chmod 600 it, and rotate the keys if somebody else had access.");
        }
    }

    private void write(KeyMaterial material) throws IOException {
        SortedMap<String, String> serialised = new TreeMap<>();
        ObjectNode root = JSON.createObjectNode().put("format", FORMAT).put("version", material.version());
        ObjectNode keysets = root.putObject("keysets");
        for (var entry : material.serialised().entrySet()) {
            keysets.set(entry.getKey(), JSON.readTree(entry.getValue()));
            serialised.put(entry.getKey(), keysets.get(entry.getKey()).toString());
        }
        root.put("check", check(material, serialised));
        Path next = folder.resolve("keysets.json.new");
        Files.deleteIfExists(next);
        try (FileChannel channel =
                FileChannel.open(next, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), mode())) {
            ByteBuffer bytes = ByteBuffer.wrap(JSON.writeValueAsBytes(root));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static String check(KeyMaterial material, Map<String, String> serialised) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(("version " + material.version() + "\n").getBytes(StandardCharsets.UTF_8));
            for (var entry : serialised.entrySet()) {
                digest.update((entry.getKey() + "\n" + entry.getValue() + "\n").getBytes(StandardCharsets.UTF_8));
            }
            return HexFormat.of().formatHex(material.identify(digest.digest()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JVM has SHA-256.", e);
        }
    }

    private KeyMaterial writing(Writing writing) {
        try {
            return writing.run();
        } catch (IOException e) {
            throw new RingsightException(
                    ErrorCode.KEYS,
                    "The key set in " + folder + " cannot be read or written.",
                    "Maybe the folder is read-only, full, or belongs to somebody else.",
                    e);
        }
    }

    private interface Writing {
        KeyMaterial run() throws IOException;
    }

    static RingsightException corrupt(String message, @Nullable Throwable cause) {
        return new RingsightException(
                ErrorCode.KEYS,
                message,
                "Maybe put back a copy: without its keys the tokens of a store cannot be made again.",
                cause);
    }

    private FileAttribute<?>[] mode() {
        return owner("rw-------");
    }

    private FileAttribute<?>[] owner(String permissions) {
        return posix()
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }

    private boolean posix() {
        return folder.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
