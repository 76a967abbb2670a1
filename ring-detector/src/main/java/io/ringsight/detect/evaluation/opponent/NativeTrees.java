package io.ringsight.detect.evaluation.opponent;

import io.github.metarank.lightgbm4j.LGBMBooster;
import io.ringsight.detect.evaluation.UntrainableException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Loads the boosting library once. It unpacks itself under fixed names into {@code java.io.tmpdir}, where another user could
 * have put something else, so for that moment the property points to a folder of this process alone.
 */
final class NativeTrees {
    private static final String TEMPORARY = "java.io.tmpdir";

    private static boolean loaded;
    private static @Nullable String failure;

    private NativeTrees() {}

    /** @throws UntrainableException where the library has no build for this platform; the first reason, each time */
    static synchronized void load() {
        if (loaded) {
            return;
        }
        if (failure != null) {
            throw new UntrainableException(failure);
        }
        String before = System.getProperty(TEMPORARY);
        try {
            Path folder = Files.createTempDirectory("ringsight-trees-");
            folder.toFile().deleteOnExit();
            System.setProperty(TEMPORARY, folder.toString());
            LGBMBooster.loadNative();
            try (var files = Files.list(folder)) {
                files.forEach(file -> file.toFile().deleteOnExit());
            }
            loaded = LGBMBooster.isNativeLoaded();
        } catch (IOException | LinkageError e) {
            throw unavailable(e);
        } finally {
            System.setProperty(TEMPORARY, before);
        }
        if (!loaded) {
            throw unavailable(null);
        }
    }

    private static UntrainableException unavailable(@Nullable Throwable cause) {
        Throwable root = cause;
        while (root != null && root.getCause() != null) {
            root = root.getCause();
        }
        String reason = "the boosting library cannot be loaded on this platform (maybe libgomp is missing)"
                + (root == null ? "" : ": " + root);
        failure = reason;
        var unavailable = new UntrainableException(reason);
        if (cause != null) {
            unavailable.initCause(cause);
        }
        return unavailable;
    }
}
