package io.ringsight.api.cli;

import io.ringsight.api.pipeline.QualityBaseline;
import io.ringsight.ingest.error.ErrorCode;
import io.ringsight.ingest.error.RingsightException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The quality gate: what must not get worse. */
final class GateOptions {
    @Option(
            names = "--baseline",
            paramLabel = "FILE",
            description =
                    "Compare with this baseline; exit code 4 when a metric fell below it by more than its tolerance.")
    private @Nullable Path baseline;

    @Option(
            names = "--write-baseline",
            paramLabel = "FILE",
            description = "Write what was measured into this baseline; the tolerances and reasons in it stay.")
    private @Nullable Path written;

    /** Before the long work: a baseline that cannot be read is said now. */
    void check() {
        if (baseline != null && written != null) {
            throw new RingsightException(
                    ErrorCode.USAGE,
                    "--baseline and --write-baseline do not go together.",
                    "Maybe compare first, then write: the old figures are lost in writing.");
        }
        if (baseline != null) {
            QualityBaseline.read(baseline);
        }
        if (written != null && Files.exists(written)) {
            QualityBaseline.read(written);
        }
    }

    /** Whether the gate is open. Falls are said on standard error, so that they show beside {@code --json} too. */
    boolean apply(Terminal terminal, Map<String, ?> metrics, boolean json) {
        if (written != null) {
            QualityBaseline now =
                    Files.exists(written) ? QualityBaseline.read(written).at(metrics) : QualityBaseline.first(metrics);
            now.write(written);
            if (!json) {
                terminal.say("Baseline written to %s.".formatted(written));
            }
        }
        if (baseline == null) {
            return true;
        }
        List<QualityBaseline.Fall> falls = QualityBaseline.read(baseline).falls(metrics);
        if (falls.isEmpty() && !json) {
            terminal.say("Quality is not below the baseline %s.".formatted(baseline));
        }
        if (!falls.isEmpty()) {
            terminal.flush();
            terminal.note("Quality fell below the baseline %s:".formatted(baseline));
            falls.forEach(fall ->
                    terminal.note("  " + fall.words() + " (" + fall.floor().reason() + ")"));
            terminal.note("Maybe the change is at fault; if it is meant, change the baseline and say why.");
        }
        return falls.isEmpty();
    }
}
