package io.ringsight.ingest.store;

import io.ringsight.ingest.error.ErrorCode;
import io.ringsight.ingest.error.RingsightException;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The jars that a store's JVM starts from.
 *
 * @param jars sorted by name: an AOT cache is good for one class path only
 */
record StoreLibraries(Path folder, List<Path> jars) {
    private static final Pattern NEO4J = Pattern.compile("neo4j-kernel-(\\d.*)\\.jar");
    private static final Pattern GDS = Pattern.compile("opengds-extension-(\\d.*)\\.jar");

    static StoreLibraries of(Path folder) {
        List<Path> jars;
        try (Stream<Path> files = Files.isDirectory(folder) ? Files.list(folder) : Stream.empty()) {
            jars = files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        StoreLibraries libraries = new StoreLibraries(folder, jars);
        libraries.neo4jVersion();
        return libraries;
    }

    String classPath() {
        return jars.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }

    String neo4jVersion() {
        return version(NEO4J);
    }

    /** What a server started from here says of itself. */
    String version() {
        return "neo4j " + neo4jVersion() + ", gds " + version(GDS);
    }

    private String version(Pattern jar) {
        return jars.stream()
                .map(path -> jar.matcher(path.getFileName().toString()))
                .filter(Matcher::matches)
                .map(matcher -> matcher.group(1))
                .findFirst()
                .orElseThrow(() -> new RingsightException(
                        ErrorCode.STORE_UNAVAILABLE,
                        "The local store's libraries are not in " + folder + ".",
                        "Maybe run ./mvnw package, or name a Neo4j server with --neo4j-uri."));
    }

    /** Tells apart everything that makes an AOT cache invalid: the JDK, the jars, the JVM's flags. */
    String fingerprint(List<String> flags) {
        MessageDigest digest = sha256();
        Stream.concat(
                        Stream.of(System.getProperty("java.home"), System.getProperty("java.vm.version")),
                        Stream.concat(flags.stream(), jars.stream().map(StoreLibraries::describe)))
                .forEach(part -> digest.update((part + "\n").getBytes(StandardCharsets.UTF_8)));
        return HexFormat.of().formatHex(digest.digest(), 0, 8);
    }

    private static String describe(Path jar) {
        try {
            return jar + " " + Files.size(jar) + " " + Files.getLastModifiedTime(jar);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
