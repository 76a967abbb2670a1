package io.ringsight.ingest.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreFilesTest {
    @TempDir
    Path folder;

    private StoreFiles files;

    @BeforeEach
    void inAFolder() {
        files = new StoreFiles(folder);
    }

    @Test
    void putsAFirstDatabaseInPlace() throws IOException {
        home(files.importing(), "new");
        files.putInPlace();
        assertOnlyHome("new");
    }

    @Test
    void replacesADatabase() throws IOException {
        home(files.home(), "old");
        home(files.importing(), "new");
        files.putInPlace();
        assertOnlyHome("new");
    }

    @Test
    void forgetsAnImportThatWasNotFinished() throws IOException {
        home(files.home(), "old");
        home(files.importing(), "half");
        files.recover();
        assertOnlyHome("old");
    }

    @Test
    void forgetsAnUnfinishedFirstImport() throws IOException {
        home(files.importing(), "half");
        files.recover();
        assertThat(files.home()).doesNotExist();
        assertThat(files.importing()).doesNotExist();
    }

    @Test
    void finishesAnExchangeThatWasCutOffBetweenItsTwoRenames() throws IOException {
        home(files.replaced(), "old");
        home(files.importing(), "new");
        files.recover();
        assertOnlyHome("new");
    }

    @Test
    void finishesAnExchangeThatWasCutOffBeforeItsLastDeletion() throws IOException {
        home(files.home(), "new");
        home(files.replaced(), "old");
        files.recover();
        assertOnlyHome("new");
    }

    private static void home(Path home, String content) throws IOException {
        Files.writeString(Files.createDirectories(home).resolve("content"), content);
    }

    private void assertOnlyHome(String content) {
        assertThat(files.home().resolve("content")).hasContent(content);
        assertThat(files.importing()).doesNotExist();
        assertThat(files.replaced()).doesNotExist();
    }
}
