package io.ringsight.ingest.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.ringsight.ingest.error.ErrorCode;
import io.ringsight.ingest.error.RingsightException;
import io.ringsight.ingest.neo4j.StoreAddress;
import io.ringsight.ingest.progress.Progress;
import java.io.IOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What can be said about a store without starting one. */
class LocalStoreTest {
    @TempDir
    Path data;

    @TempDir
    Path libraries;

    private StoreFiles files;

    @BeforeEach
    void emptyJars() throws IOException {
        files = new StoreFiles(data.resolve("store"));
        Files.createFile(libraries.resolve("neo4j-kernel-2026.01.4.jar"));
        Files.createFile(libraries.resolve("opengds-extension-2.26.0.jar"));
    }

    @Test
    void knowsNoServerInAMissingFolder() {
        LocalStore store = new LocalStore(data.resolve("nowhere"), libraries);
        assertThat(store.status()).isEqualTo(new StoreStatus.Stopped());
        assertThat(store.stop()).isFalse();
        assertThat(store.isNew()).isTrue();
        assertThat(data.resolve("nowhere")).doesNotExist();
    }

    @Test
    void takesAnAddressWithoutALockForStale() throws IOException {
        address(ProcessHandle.current().pid());
        Files.createFile(files.serverLock());
        assertThat(new LocalStore(data, libraries).status()).isEqualTo(new StoreStatus.Stopped());
        assertThat(new LocalStore(data, libraries).stop()).isFalse();
    }

    @Test
    void neverSignalsAProcessThatTookOverANumber() {
        Server old = new Server(
                new StoreAddress(URI.create("bolt://127.0.0.1:1"), "neo4j", "p"),
                ProcessHandle.current().pid(),
                "neo4j 1, gds 1",
                Instant.parse("2020-01-01T00:00:00Z"));
        assertThat(old.askToStop()).isFalse();
    }

    @Test
    void aFileNobodyLockedIsNotHeld() throws IOException {
        Path lock = data.resolve("some.lock");
        assertThat(FolderLock.isHeld(lock)).isFalse();
        Files.createFile(lock);
        assertThat(FolderLock.isHeld(lock)).isFalse();
    }

    @Test
    void saysHowToGetMissingLibraries() {
        LocalStore store = new LocalStore(data, data.resolve("no-jars"));
        fails(store::attach, "The local store's libraries are not in " + data.resolve("no-jars"), "mvnw package");
    }

    @Test
    void saysThatADataFolderIsAFile() throws IOException {
        Path file = Files.createFile(data.resolve("file"));
        fails(() -> new LocalStore(file, libraries).attach(), "The data folder " + file, "--data");
    }

    @Test
    void refusesWhatAnotherVersionWrote() throws IOException {
        files.create();
        Files.writeString(files.format(), "layout=1\nneo4j=2026.02.0\n");
        fails(() -> new LocalStore(data, libraries).attach(), "Neo4j 2026.02.0", "Maybe use the version");
        Files.writeString(files.format(), "layout=7\nneo4j=2026.01.4\n");
        fails(() -> new LocalStore(data, libraries).attach(), "layout 7", "Maybe use the version");
        Files.writeString(files.format(), "what is this");
        fails(() -> new LocalStore(data, libraries).attach(), "cannot be read", "Maybe");
    }

    @Test
    void saysWhyAJvmEndedAtOnce() {
        fails(() -> new LocalStore(data, libraries).attach(), "The local store does not start", "Maybe");
        assertThat(files.address()).doesNotExist();
    }

    @Test
    void refusesABulkLoadOfNothing() {
        LocalStore store = new LocalStore(data, libraries);
        assertThatExceptionOfType(RingsightException.class)
                .isThrownBy(() -> store.bulkLoad(data, Progress.silent()))
                .withMessageContaining("There is no accounts.csv");
    }

    @Test
    void givesItsLockBack() throws IOException {
        Path file = data.resolve("attach.lock");
        try (FolderLock _ = FolderLock.acquire(file, Progress.silent())) {
            assertThat(file).exists();
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            assertThat(channel.tryLock()).isNotNull();
        }
    }

    private void address(long pid) throws IOException {
        files.create();
        Files.writeString(files.address(), """
                {"uri": "bolt://127.0.0.1:1", "user": "neo4j", "password": "p", "pid": %d,
                 "version": "neo4j 2026.01.4, gds 2.26.0", "started_at": "2026-01-01T00:00:00Z"}
                """.formatted(pid));
    }

    private static void fails(ThrowingCallable attach, String message, String hint) {
        assertThatExceptionOfType(RingsightException.class).isThrownBy(attach).satisfies(e -> {
            assertThat(e.code()).isEqualTo(ErrorCode.STORE_UNAVAILABLE);
            assertThat(e).hasMessageContaining(message);
            assertThat(e.hint()).contains(hint);
        });
    }
}
