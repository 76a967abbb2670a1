package io.ringsight.ingest.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreLibrariesTest {
    @TempDir
    Path folder;

    @BeforeEach
    void emptyJars() throws IOException {
        for (String name :
                List.of("z-1.jar", "neo4j-kernel-2026.01.4.jar", "opengds-extension-2.26.0.jar", "a-1.jar")) {
            Files.createFile(folder.resolve(name));
        }
    }

    @Test
    void knowsTheVersionFromTheJars() {
        assertThat(StoreLibraries.of(folder).version()).isEqualTo("neo4j 2026.01.4, gds 2.26.0");
    }

    @Test
    void ordersTheClassPath() {
        assertThat(StoreLibraries.of(folder).jars())
                .extracting(jar -> jar.getFileName().toString())
                .startsWith("a-1.jar")
                .endsWith("z-1.jar");
    }

    @Test
    void anotherJarOrFlagMakesAnotherAotCache() throws IOException {
        String before = StoreLibraries.of(folder).fingerprint(List.of("-a"));
        assertThat(StoreLibraries.of(folder).fingerprint(List.of("-a"))).isEqualTo(before);
        assertThat(StoreLibraries.of(folder).fingerprint(List.of("-b"))).isNotEqualTo(before);
        Files.writeString(folder.resolve("a-1.jar"), "changed");
        assertThat(StoreLibraries.of(folder).fingerprint(List.of("-a"))).isNotEqualTo(before);
    }
}
