package io.ringsight.gnn.embedding;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringsight.gnn.Graphs;
import io.ringsight.ingest.error.RingsightException;
import io.ringsight.ingest.progress.Progress;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A JVM loads libtorch once or never, so each of these has a JVM of its own. */
class EngineUnavailableTest {
    private static final String CLASS_PATH =
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    private static final String OPENS = "--add-opens=java.base/java.nio=ALL-UNNAMED";

    @TempDir
    private Path folder;

    @Test
    void saysSoWhenThereIsNoLibraryForThePlatform() throws IOException {
        String without = Arrays.stream(CLASS_PATH.split(File.pathSeparator))
                .filter(entry -> !entry.contains("pytorch-native"))
                .collect(Collectors.joining(File.pathSeparator));
        assertThat(embed(without, OPENS, "-DDJL_CACHE_DIR=" + folder))
                .contains("ENGINE_UNAVAILABLE")
                .contains("no native library")
                .contains("Maybe");
    }

    @Test
    void saysSoWhenTheLibraryCannotBeUnpacked() throws IOException {
        Path file = Files.writeString(folder.resolve("not-a-folder"), "");
        assertThat(embed(CLASS_PATH, OPENS, "-DDJL_CACHE_DIR=" + file)).contains("ENGINE_UNAVAILABLE", "not-a-folder");
    }

    @Test
    void saysSoWhenTheJvmKeepsItsMemoryToItself() throws IOException {
        assertThat(embed(CLASS_PATH, "-Dnothing=opened", "-DDJL_CACHE_DIR=" + folder))
                .contains("ENGINE_UNAVAILABLE", "--add-opens");
    }

    private String embed(String classPath, String... flags) throws IOException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(flags));
        command.addAll(List.of("-XX:+UseSerialGC", "-Xmx128m", "-cp", classPath, Start.class.getName()));
        var builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output").toFile());
        builder.environment().remove("DJL_CACHE_DIR");
        builder.environment().remove("JAVA_TOOL_OPTIONS");
        try {
            builder.start().waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        String output = Files.readString(folder.resolve("output"));
        assertThat(output).containsPattern("(?s)ENGINE_UNAVAILABLE.*ENGINE_UNAVAILABLE");
        return output;
    }

    /** Embeds twice: the second failure must be as clear as the first. */
    static final class Start {
        public static void main(String[] arguments) {
            for (int attempt = 0; attempt < 2; attempt++) {
                try (var embeddings =
                        new FastRp(FastRpParameters.DEFAULT).embed(Graphs.of("alice:1"), Progress.silent())) {
                    System.out.println(embeddings);
                } catch (RingsightException e) {
                    System.out.println(e.code() + " " + e.getMessage() + " " + e.hint());
                }
            }
        }
    }
}
