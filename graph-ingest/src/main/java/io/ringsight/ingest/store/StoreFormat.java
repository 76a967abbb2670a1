package io.ringsight.ingest.store;

import io.ringsight.ingest.error.ErrorCode;
import io.ringsight.ingest.error.RingsightException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;

/**
 * Which version wrote a store's folder. Neo4j opens what an older Neo4j wrote, never what a newer one did.
 *
 * @param layout of our own files around the database; another number is another world
 */
record StoreFormat(int layout, String neo4j) {
    private static final int LAYOUT = 1;

    static StoreFormat of(StoreLibraries libraries) {
        return new StoreFormat(LAYOUT, libraries.neo4jVersion());
    }

    /** Refuses a folder that another version wrote and this one cannot read. */
    void checkAgainst(Path file) {
        if (Files.notExists(file)) {
            return;
        }
        StoreFormat written = read(file);
        if (written.layout != layout || compare(written.neo4j, neo4j) > 0) {
            throw new RingsightException(
                    ErrorCode.STORE_UNAVAILABLE,
                    "The store in " + file.getParent() + " was written by another version (layout " + written.layout
                            + ", Neo4j " + written.neo4j + "); this one is layout " + layout + ", Neo4j " + neo4j + ".",
                    "Maybe use the version that wrote it, or another folder with --data.");
        }
    }

    private static StoreFormat read(Path file) {
        Properties properties = new Properties();
        try (var in = Files.newBufferedReader(file)) {
            properties.load(in);
            return new StoreFormat(
                    Integer.parseInt(properties.getProperty("layout", "")), properties.getProperty("neo4j", "0"));
        } catch (IOException | IllegalArgumentException e) {
            throw new RingsightException(
                    ErrorCode.STORE_UNAVAILABLE,
                    "The file " + file + ", which says which version wrote the store, cannot be read.",
                    "Maybe restore it from a copy; this version writes: layout=" + LAYOUT,
                    e);
        }
    }

    void write(Path file) {
        try {
            Files.writeString(file, "layout=" + layout + "\nneo4j=" + neo4j + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int compare(String a, String b) {
        return Arrays.compare(numbers(a), numbers(b));
    }

    private static int[] numbers(String version) {
        return List.of(version.split("[^0-9]+")).stream()
                .filter(part -> !part.isEmpty())
                .mapToInt(Integer::parseInt)
                .toArray();
    }
}
