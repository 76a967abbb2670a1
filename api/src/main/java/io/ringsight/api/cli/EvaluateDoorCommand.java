package io.ringsight.api.cli;

import io.ringsight.api.pipeline.FileDoor;
import io.ringsight.detect.DetectionParameters;
import io.ringsight.detect.evaluation.DoorReplay;
import io.ringsight.detect.evaluation.DoorScores;
import io.ringsight.detect.risk.network.NetworkParameters;
import io.ringsight.gnn.pytorch.TorchSettings;
import io.ringsight.ingest.error.ErrorCode;
import io.ringsight.ingest.error.RingsightException;
import io.ringsight.ingest.source.IngestConfiguration;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "door",
        description =
                "Lets applicants come in the order in which they were created, checks each before it is taken in, and says how many"
                        + " members of rings are stopped where few honest applicants are.",
        footer = {
            "",
            "An applicant is checked with what it was seen with by then. Stopped: its probability is at least the threshold that stops the"
                    + " given share of honest applicants. Founders are the first two members of a ring."
        })
final class EvaluateDoorCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(paramLabel = "DIR", description = "Folder with applications and truth, and labels if there are some.")
    private Path folder;

    @Option(
            names = "--split",
            required = true,
            paramLabel = "T",
            description = "From when on applicants are checked: 2026-03-01 or 2026-03-01T10:22:31Z.")
    private String split;

    @Option(names = "--detect-days", paramLabel = "N", description = "Days between detections (default 7).")
    private int detectDays = 7;

    @Option(names = "--no-labels", description = "As if there were no labels.")
    private boolean noLabels;

    @Option(
            names = "--network",
            description = "Teach a graph network by the labels that are known at the split, and ask it about applicants"
                    + " (minutes).")
    private boolean network;

    @Mixin
    private TorchOptions torch = new TorchOptions();

    @Mixin
    private PriorOptions chances = new PriorOptions();

    @Mixin
    private ConfigurationOption configuration = new ConfigurationOption();

    @Mixin
    private OutputOptions output = new OutputOptions();

    EvaluateDoorCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        terminal.listenForInterrupts();
        if (detectDays < 1) {
            throw new RingsightException(
                    ErrorCode.USAGE, "--detect-days is " + detectDays + ".", "Maybe write 1 for every day.");
        }
        if (network && noLabels) {
            throw new RingsightException(
                    ErrorCode.USAGE, "--network learns from labels.", "Maybe leave --no-labels away.");
        }
        DoorScores scores = new FileDoor(IngestConfiguration.load(configuration.file()))
                .run(
                        folder,
                        TimeWord.millis("--split", split),
                        Duration.ofDays(detectDays),
                        !noLabels,
                        network
                                ? Optional.of(new DoorReplay.Networks(
                                        NetworkParameters.DEFAULT, TorchSettings.DEFAULT.on(torch.device())))
                                : Optional.empty(),
                        DetectionParameters.defaults()
                                .withPrior(chances.prior())
                                .withSeed(chances.seed()),
                        terminal.progress(output.json));
        if (output.json) {
            terminal.json(json(scores));
        } else {
            show(scores);
        }
        return ExitCodes.GOOD;
    }

    private void show(DoorScores scores) {
        terminal.say("%s honest applicants, %s that were the third or a later member of a ring, %s its first or second."
                .formatted(
                        Summary.number(scores.honest()),
                        Summary.number(scores.joiners()),
                        Summary.number(scores.founders())));
        terminal.say("  honest stopped   from probability   joiners stopped   founders stopped");
        for (DoorScores.Row row : scores.rows()) {
            terminal.say(String.format(
                    Locale.ROOT,
                    "  %14.1f %%   %16.3f   %13.1f %%   %14.1f %%",
                    row.rate() * 100,
                    row.threshold(),
                    row.joiners() * 100,
                    row.founders() * 100));
        }
    }

    private static Map<String, Object> json(DoorScores scores) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (DoorScores.Row row : scores.rows()) {
            Map<String, Object> of = new LinkedHashMap<>();
            of.put("false_positive_rate", row.rate());
            of.put("threshold", row.threshold());
            of.put("joiners", row.joiners());
            of.put("founders", row.founders());
            rows.add(of);
        }
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("honest", scores.honest());
        json.put("joiners", scores.joiners());
        json.put("founders", scores.founders());
        json.put("rows", rows);
        return json;
    }
}
