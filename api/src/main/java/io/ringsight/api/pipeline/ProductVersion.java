package io.ringsight.api.pipeline;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** Versions that the build wrote down. */
public final class ProductVersion {
    private static final Properties VERSIONS = load();

    private ProductVersion() {}

    public static String ringsight() {
        return VERSIONS.getProperty("ringsight", "unknown");
    }

    /** Of the library that draws graphs in the console. */
    public static String cytoscape() {
        return VERSIONS.getProperty("cytoscape", "");
    }

    private static Properties load() {
        var versions = new Properties();
        try (InputStream file = ProductVersion.class.getResourceAsStream("/ringsight-versions.properties")) {
            if (file != null) {
                versions.load(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return versions;
    }
}
