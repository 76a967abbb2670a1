package io.ringsight.cypher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;

/** The server of the local store, started by hand: the class that does so for real is in a module to the right. */
final class LocalStoreProcess implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private final Process process;
    private final Path address;

    private LocalStoreProcess(Process process, Path address) {
        this.process = process;
        this.address = address;
    }

    static LocalStoreProcess start(Path folder) throws IOException, InterruptedException {
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx1g",
                        "--add-opens=java.base/java.nio=ALL-UNNAMED",
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-cp",
                        System.getProperty("ringsight.local-store") + "/*",
                        "io.ringsight.localstore.LocalStoreServer",
                        "serve",
                        folder.toString(),
                        Long.toString(ProcessHandle.current().pid()))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("server.log").toFile())
                .start();
        var store = new LocalStoreProcess(process, folder.resolve("store.json"));
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!Files.exists(store.address)) {
            if (!process.isAlive() || System.nanoTime() > end) {
                process.destroyForcibly();
                throw new IllegalStateException(Files.readString(folder.resolve("server.log")));
            }
            Thread.sleep(100);
        }
        return store;
    }

    Driver driver() throws IOException {
        return GraphDatabase.driver(field("uri"), AuthTokens.basic(field("user"), field("password")));
    }

    private String field(String name) throws IOException {
        var matcher = Pattern.compile('"' + name + "\": \"([^\"]+)\"").matcher(Files.readString(address));
        if (!matcher.find()) {
            throw new IllegalStateException("No " + name + " in " + address);
        }
        return matcher.group(1);
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }
}
