package io.ringsight.detect.evaluation.opponent;

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

    private NativeTrees() {}

    /** @throws RingsightException ENGINE_UNAVAILABLE where the library has no build for this platform */
    static synchronized void load() {
        if (loaded) {
            return;
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
        } catch (IOException | UnsatisfiedLinkError | ExceptionInInitializerError e) {
            throw unavailable(e);
        } finally {
            System.setProperty(TEMPORARY, before);
        }
        if (!loaded) {
            throw unavailable(null);
        }
    }

    private static RingsightException unavailable(@Nullable Throwable cause) {
        return new RingsightException(
                ErrorCode.ENGINE_UNAVAILABLE,
                "The boosting library cannot be loaded on this platform.",
                "Maybe the system library libgomp is missing.",
                cause);
    }
}
