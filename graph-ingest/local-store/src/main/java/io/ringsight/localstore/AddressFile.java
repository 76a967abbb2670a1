package io.ringsight.localstore;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Set;

/** What {@code store.json} says: readable by the owner alone, and there as a whole or not at all. */
record AddressFile(String content) {

    static AddressFile of(int port, String password) {
        return new AddressFile("""
                {
                  "uri": "bolt://127.0.0.1:%d",
                  "user": "%s",
                  "password": "%s",
                  "pid": %d,
                  "version": "%s",
                  "started_at": "%s"
                }
                """.formatted(
                        port,
                        Database.USER,
                        password,
                        ProcessHandle.current().pid(),
                        System.getProperty("ringsight.store-version", "unknown"),
                        Instant.now()));
    }

    void write(StoreFolder folder) throws IOException {
        Path half = folder.address().resolveSibling("store.json.half");
        Files.deleteIfExists(half);
        try (FileChannel channel = FileChannel.open(
                half, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), ownerOnly(folder.path()))) {
            channel.write(ByteBuffer.wrap(content.getBytes(StandardCharsets.UTF_8)));
            channel.force(true);
        }
        Files.move(half, folder.address(), StandardCopyOption.ATOMIC_MOVE);
    }

    private static FileAttribute<?>[] ownerOnly(Path folder) throws IOException {
        boolean posix = Files.getFileStore(folder).supportsFileAttributeView("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    /** False once the file was deleted, or another server wrote its own. */
    boolean standsIn(StoreFolder folder) {
        try {
            return Files.exists(folder.address())
                    && Files.readString(folder.address()).equals(content);
        } catch (IOException e) {
            return false;
        }
    }

    void remove(StoreFolder folder) {
        if (standsIn(folder)) {
            try {
                Files.deleteIfExists(folder.address());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
