package io.ringsight.gnn.pytorch;

import ai.djl.engine.Engine;
import io.ringsight.ingest.error.ErrorCode;
import io.ringsight.ingest.error.RingsightException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Loads libtorch once a JVM. On first use ever, DJL unpacks it (448 MB) into {@code DJL_CACHE_DIR} (environment or system
 * property); unset, that is {@code ringsight/djl} in the user's cache folder.
 */
final class NativeLibrary {
    private static final Map<String, String> DEFAULTS = Map.of(
            "ai.djl.offline", "true", // opens no socket, downloads nothing
            "OPT_OUT_TRACKING", "true",
            "ai.djl.pytorch.num_interop_threads", "1",
            "ai.djl.pytorch.graph_optimizer", "false");

    private NativeLibrary() {}

    static synchronized Engine load() {
        DEFAULTS.forEach(NativeLibrary::setUnlessGiven);
        setUnlessGiven("DJL_CACHE_DIR", cacheFolder(System.getenv()).toString());
        try {
            return Engine.getEngine("PyTorch");
        } catch (RuntimeException | LinkageError failure) {
            throw new RingsightException(
                    ErrorCode.ENGINE_UNAVAILABLE,
                    "PyTorch cannot be started on " + platform() + ": " + reason(failure),
                    "Maybe there is none for this platform, or "
                            + given("DJL_CACHE_DIR").orElse("?") + " cannot hold 450 MB.",
                    failure);
        }
    }

    static Path cacheFolder(Map<String, String> environment) {
        Path home = Path.of(System.getProperty("user.home"));
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String xdg = environment.getOrDefault("XDG_CACHE_HOME", "");
        String local = environment.getOrDefault("LOCALAPPDATA", "");
        Path caches;
        if (!xdg.isBlank()) {
            caches = Path.of(xdg);
        } else if (system.startsWith("windows") && !local.isBlank()) {
            caches = Path.of(local);
        } else if (system.startsWith("mac")) {
            caches = home.resolve("Library").resolve("Caches");
        } else {
            caches = home.resolve(".cache");
        }
        return caches.resolve("ringsight").resolve("djl");
    }

    private static void setUnlessGiven(String name, String value) {
        if (given(name).isEmpty()) {
            System.setProperty(name, value);
        }
    }

    private static Optional<String> given(String name) {
        return Optional.ofNullable(System.getenv(name)).or(() -> Optional.ofNullable(System.getProperty(name)));
    }

    private static String platform() {
        return System.getProperty("os.name") + " " + System.getProperty("os.arch");
    }

    /** The innermost cause tells most. */
    private static String reason(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        String message = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
        return message.startsWith("Offline mode") ? "no native library for it is on the class path." : message;
    }
}
