package io.ringsight.api.cli;

import io.ringsight.api.pipeline.Ablations;
import io.ringsight.api.pipeline.EvaluationFiles;
import io.ringsight.api.pipeline.EvaluationResult;
import io.ringsight.api.pipeline.EvaluationSettings;
import io.ringsight.api.pipeline.FileEvaluation;
import io.ringsight.detect.DetectionParameters;
import io.ringsight.ingest.error.ErrorCode;
import io.ringsight.ingest.error.RingsightException;
import io.ringsight.ingest.source.IngestConfiguration;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "evaluate",
        subcommands = {
            EvaluateRecordsCommand.class,
            EvaluateDriftCommand.class,
            EvaluatePoolCommand.class,
            EvaluateDoorCommand.class
        },
        description = {
            "Says how good it is: trains the product and its opponents with what was known at a time, and scores what they"
                    + " say of the accounts before and after against the truth.",
            "",
            "Accounts whose label was given to training never count. The oracle knows the truth but may use only what"
                    + " connects accounts: hardly anybody finds better rings, but rankings can be better."
        },
        footer = {
            "",
            "DIR holds truth.csv (account_id,label,ring_id; pattern, reachable_group and person_id where known), labels.csv"
                    + " (optional), and applications.jsonl[.gz], applications.parquet, or accounts.csv with"
                    + " identifiers.csv. simulate writes such a folder.",
            "Writes metrics.json, report.html, draws.csv and rejected.jsonl. Intervals are 90 %% bootstrap intervals over rings.",
            "",
            "  ringsight simulate --accounts 20000 --out population",
            "  ringsight evaluate population --out report",
            "  ringsight evaluate --results results --truth population/truth.csv --out report"
        })
final class EvaluateCommand implements Callable<Integer> {
    private static final int FEWEST_REPLICATES = 20; // fewer make no 90 % interval
    private static final int MOST_REPLICATES = 100_000;
    private static final int MOST_REPLAY_STEPS = 1_000;

    private final Terminal terminal;

    @Parameters(arity = "0..1", paramLabel = "DIR", description = "Folder with applications, labels and truth.")
    private @Nullable Path folder;

    @Option(names = "--out", paramLabel = "REPORT", description = "Folder where the report goes.")
    private @Nullable Path out;

    @Option(
            names = "--as-of",
            paramLabel = "T",
            description =
                    "When contenders are trained: 2026-03-01 or 2026-03-01T10:22:31Z (default: after two thirds of"
                            + " the time in which accounts were created).")
    private @Nullable String asOf;

    @Option(
            names = "--opponents",
            paramLabel = "WHICH",
            description =
                    "jvm (default): all that run in this process; all: those of Neo4j GDS too, in a store of their"
                            + " own that is deleted afterwards; none; or names: components, components-cap-20,"
                            + " fellegi-sunter, splink, boosted, gds-fastrp, gds-graphsage. By name only (minutes): network, the"
                            + " product with the graph network on its evidence; boosted-evidence, the booster with the network's"
                            + " columns; boosted-network, that with what the network says; steady-evidence and steady-network, both"
                            + " with parameters that are given.")
    private String opponents = "jvm";

    @Option(
            names = "--no-labels",
            description =
                    "labels.csv is not read: nobody is trained with labels, so everybody is scored, and whoever needs"
                            + " labels takes no part.")
    private boolean withoutLabels;

    @Option(
            names = "--ablate",
            paramLabel = "WHICH",
            description =
                    "Also without a kind of evidence each, beside the product: all, or of rarity, time, conflicts,"
                            + " innocence, resemblance.")
    private @Nullable String ablated;

    @Option(names = "--results", paramLabel = "DIR", description = "Score these result files instead of DIR.")
    private @Nullable Path results;

    @Option(names = "--truth", paramLabel = "FILE", description = "With --results: the truth.")
    private @Nullable Path truth;

    @Option(
            names = "--labels",
            paramLabel = "FILE",
            description = "With --results: labels that whoever made them was given (with --as-of: those until then).")
    private @Nullable Path labels;

    @Option(
            names = "--applications",
            paramLabel = "PATH",
            description = "With --results: what they were made from, to tell before from after.")
    private @Nullable Path applications;

    @Mixin
    private PriorOptions chances = new PriorOptions();

    @Option(
            names = "--bootstrap",
            paramLabel = "N",
            description = "Replicates behind an interval (default ${DEFAULT-VALUE}).")
    private int replicates = EvaluationSettings.DEFAULT_REPLICATES;

    @Option(
            names = "--replay-steps",
            paramLabel = "N",
            description =
                    "How often the growing graph is judged again after T, to see how early rings are found (default"
                            + " ${DEFAULT-VALUE}; 0: never).")
    private int replaySteps = EvaluationSettings.DEFAULT_REPLAY_STEPS;

    @Mixin
    private TorchOptions torch = new TorchOptions();

    @Mixin
    private GateOptions gate = new GateOptions();

    @Mixin
    private ConfigurationOption configuration = new ConfigurationOption();

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Spec
    private CommandSpec spec;

    EvaluateCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Path report = needed(out, "--out REPORT is missing.", "Maybe add a folder for metrics.json and report.html.");
        terminal.listenForInterrupts();
        EvaluationResult result = result(report);
        if (output.json) {
            terminal.json(result.metrics());
        } else {
            EvaluationTable.show(terminal, result, report);
        }
        boolean good = gate.apply(terminal, result.metrics(), output.json);
        if (!good) {
            return ErrorCode.GATE_FAILED.exitCode();
        }
        boolean whole = result.rejections() == 0 && result.scorecard().facts().unknown() == 0;
        return whole ? ExitCodes.GOOD : ExitCodes.DONE_WITH_REJECTIONS;
    }

    private EvaluationResult result(Path report) {
        gate.check();
        String words = String.join(" ", spec.commandLine().getParseResult().originalArgs());
        var evaluation =
                new FileEvaluation(IngestConfiguration.load(configuration.file()), settings(), "ringsight " + words);
        var progress = terminal.progress(output.json);
        if (results == null) {
            Path data = needed(folder, "DIR is missing.", "Maybe name a folder that simulate wrote, or use --results.");
            refuse(truth, "--truth");
            refuse(labels, "--labels");
            refuse(applications, "--applications");
            var files = EvaluationFiles.in(data);
            return evaluation.run(withoutLabels ? files.withoutLabels() : files, report, progress);
        }
        if (folder != null) {
            throw usage("Both " + folder + " and --results were named.", "Maybe leave out one of them.");
        }
        if (ablated != null) {
            throw usage("--ablate goes with DIR.", "Maybe leave it out: result files are scored as they are.");
        }
        if (withoutLabels) {
            throw usage(
                    "--no-labels goes with DIR.", "Maybe leave out --labels instead: nothing else reads labels here.");
        }
        Path told = needed(truth, "--truth is missing.", "Maybe add --truth truth.csv: scores need it.");
        return evaluation.score(
                results, told, Optional.ofNullable(labels), Optional.ofNullable(applications), report, progress);
    }

    private EvaluationSettings settings() {
        between("--bootstrap", replicates, FEWEST_REPLICATES, MOST_REPLICATES);
        between("--replay-steps", replaySteps, 0, MOST_REPLAY_STEPS);
        return new EvaluationSettings(
                asOf == null ? OptionalLong.empty() : OptionalLong.of(TimeWord.millis("--as-of", asOf)),
                chances.prior(),
                chances.seed(),
                replicates,
                replaySteps,
                words(opponents),
                ablated == null
                        ? List.of()
                        : Ablations.variants(Ablations.named(words(ablated)), DetectionParameters::without),
                torch.device());
    }

    private static List<String> words(String list) {
        return Arrays.stream(list.split(",", -1)).map(String::strip).toList();
    }

    private static void between(String option, int value, int least, int most) {
        if (value < least || value > most) {
            throw usage(option + " is " + value + ".", "Maybe write a number from %d to %d.".formatted(least, most));
        }
    }

    private static void refuse(@Nullable Path value, String option) {
        if (value != null) {
            throw usage(option + " goes with --results.", "Maybe DIR holds what you want to name.");
        }
    }

    private static <T> T needed(@Nullable T value, String message, String hint) {
        if (value == null) {
            throw usage(message, hint);
        }
        return value;
    }

    private static RingsightException usage(String message, String hint) {
        return new RingsightException(ErrorCode.USAGE, message, hint);
    }
}
