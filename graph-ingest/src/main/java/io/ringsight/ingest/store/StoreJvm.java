package io.ringsight.ingest.store;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Starts the JVMs that hold Neo4j: the server, the importer, the trainer of the AOT cache. */
final class StoreJvm {
    private static final String MAIN = "io.ringsight.localstore.LocalStoreServer";

    /** What Neo4j and its importer need of a JDK 25; its warnings about its own caches help nobody. */
    static final List<String> FLAGS = List.of(
            // Writing costs a sixth less CPU than under G1; its longer pauses hurt nobody who waits for a batch.
            "-XX:+UseParallelGC",
            "-XX:+ExitOnOutOfMemoryError",
            "--add-opens=java.base/java.nio=ALL-UNNAMED",
            "--add-opens=java.base/java.lang=ALL-UNNAMED",
            "--add-opens=java.base/sun.nio.ch=ALL-UNNAMED",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-Dfile.encoding=UTF-8",
            "-Xlog:disable",
            "-Xlog:all=error:stderr");

    private final StoreLibraries libraries;
    private final StoreMemory memory;

    StoreJvm(StoreLibraries libraries, StoreMemory memory) {
        this.libraries = libraries;
        this.memory = memory;
    }

    /** A server that goes on when this process ends, and does not hear the terminal's Ctrl-C. */
    Process serve(StoreFiles files, Optional<Path> aotCache, Optional<ProcessHandle> owner) throws IOException {
        List<String> command = new ArrayList<>(detached(List.of()));
        command.addAll(java());
        aotCache.ifPresent(cache -> command.add("-XX:AOTCache=" + cache));
        if (owner.isPresent()) {
            // A short life: the second compiler would cost more than it brings in.
            command.add("-XX:TieredStopAtLevel=1");
        }
        command.add("-Dringsight.page-cache=" + memory.pageCacheBytes());
        command.add("-Dringsight.store-version=" + libraries.version());
        command.addAll(List.of(MAIN, "serve", files.folder().toString()));
        owner.ifPresent(process -> command.add(Long.toString(process.pid())));
        return start(command, files.folder(), files.serverLog());
    }

    /** An importer that ends with this process. */
    Process load(StoreFiles files, Path csvFolder) throws IOException {
        List<String> command = new ArrayList<>(java());
        String self = Long.toString(ProcessHandle.current().pid());
        command.addAll(List.of(MAIN, "import", files.folder().toString(), self));
        return start(command, csvFolder, files.importLog());
    }

    /** A trainer that takes only time that nobody else wants. */
    void train(Path scratch, Path cache, int delaySeconds, Path log) throws IOException {
        List<String> command = new ArrayList<>(detached(List.of("nice", "-n", "19")));
        command.addAll(List.of(javaExecutable(), "-Xmx32m", "-XX:+UseSerialGC", "-cp", libraries.classPath()));
        command.add("-Dringsight.training-delay=" + delaySeconds);
        command.addAll(List.of(MAIN, "train", scratch.toString(), cache.toString()));
        command.addAll(java());
        start(command, libraries.folder(), log);
    }

    private List<String> java() {
        List<String> java = new ArrayList<>(List.of(javaExecutable(), "-Xmx" + (memory.heapBytes() >> 20) + "m"));
        java.addAll(FLAGS);
        java.addAll(List.of("-cp", libraries.classPath()));
        return java;
    }

    /** The JVM that runs this: a store must not depend on what else is installed. */
    private static String javaExecutable() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /** A session of its own where there is one to be had; interrupts and hang-ups ignored in any case. */
    private static List<String> detached(List<String> prefix) {
        List<String> command = new ArrayList<>();
        if (Files.isExecutable(Path.of("/usr/bin/setsid"))) {
            command.add("/usr/bin/setsid");
        }
        command.addAll(List.of("/bin/sh", "-c", "trap '' INT HUP; exec \"$@\"", "sh"));
        command.addAll(prefix);
        return command;
    }

    private static Process start(List<String> command, Path directory, Path log) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectInput(new File("/dev/null"))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        // Options meant for this JVM; one of them might make the cache useless.
        builder.environment().keySet().removeAll(List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS"));
        return builder.start();
    }
}
