package io.ringsight.detect.risk.learner;

import io.github.metarank.lightgbm4j.LGBMBooster;
import io.ringsight.ingest.error.ErrorCode;
import io.ringsight.ingest.error.RingsightException;
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

    /** @throws RingsightException ENGINE_UNAVAILABLE where the library has no build for this platform; the first reason, each time */
    static synchronized void load() {
        if (loaded) {
            return;
        }
        if (failure != null) {
            throw unavailable(failure, null);
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

    private static RingsightException unavailable(@Nullable Throwable cause) {
        Throwable root = cause;
        while (root != null && root.getCause() != null) {
            root = root.getCause();
        }
        String reason = "The boosting library cannot be loaded on this platform" + (root == null ? "." : ": " + root);
        failure = reason;
        return unavailable(reason, cause);
    }

    private static RingsightException unavailable(String reason, @Nullable Throwable cause) {
        return new RingsightException(ErrorCode.ENGINE_UNAVAILABLE, reason, "Maybe libgomp is missing.", cause);
    }
}
