package io.ringsight.api.cli;

import io.ringsight.ingest.error.ErrorCode;
import io.ringsight.ingest.error.RingsightException;
import io.ringsight.ingest.simulate.DialDescription;
import io.ringsight.ingest.simulate.Dials;
import io.ringsight.ingest.simulate.Population;
import io.ringsight.ingest.simulate.SimulationParameters;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "simulate",
        description =
                "Makes a population of applicants: honest life, rings of eleven patterns, and the truth about them.",
        footer = {
            "",
            "Writes applications.jsonl, labels.csv (partial and late) and truth.csv. Equal options give equal files.",
            "Memory does not grow with the population."
        })
final class SimulateCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Option(names = "--out", paramLabel = "DIR", description = "Where the files go.")
    private @Nullable Path out;

    @Option(names = "--accounts", paramLabel = "N", description = "How many, to 5000000 (default 5000).")
    private int accounts = 5_000;

    @Option(names = "--seed", paramLabel = "N", description = "The same seed gives the same files (default 7).")
    private long seed = 7;

    @Option(names = "--days", paramLabel = "N", description = "Over how many days they come (default 180).")
    private int days = 180;

    @Option(
            names = "--dial",
            paramLabel = "NAME=VALUE",
            description = "Turns a dial, as prevalence=0.01 or chain.evasion=0.5; may be given several times.")
    private List<String> settings = List.of();

    @Option(names = "--dials", description = "Lists the dials: default, range, meaning and where the default is from.")
    private boolean listDials;

    @Mixin
    private OutputOptions output = new OutputOptions();

    SimulateCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        if (listDials) {
            describeDials();
            return ExitCodes.GOOD;
        }
        SimulationParameters parameters = parameters(accounts, seed, days, settings);
        if (out == null) {
            throw new RingsightException(
                    ErrorCode.USAGE, "--out is missing: simulate writes files.", "Maybe --out population.");
        }
        terminal.listenForInterrupts();
        Population.generate(parameters, out, terminal.progress(output.json));
        if (output.json) {
            terminal.json(Map.of("accounts", accounts, "seed", seed, "days", days, "dials", settings));
        } else {
            terminal.say("%s applications written to %s.".formatted(Summary.number(accounts), out));
        }
        return ExitCodes.GOOD;
    }

    private void describeDials() {
        List<DialDescription> dials = Dials.descriptions();
        if (output.json) {
            terminal.json(
                    Map.of("dials", dials.stream().map(SimulateCommand::json).toList()));
            return;
        }
        for (DialDescription dial : dials) {
            terminal.say("%s = %s   (%s to %s)%n    %s%n    from: %s"
                    .formatted(dial.name(), dial.usual(), dial.least(), dial.most(), dial.meaning(), dial.source()));
        }
    }

    private static Map<String, Object> json(DialDescription dial) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("name", dial.name());
        fields.put("default", dial.usual());
        fields.put("least", dial.least());
        fields.put("most", dial.most());
        fields.put("meaning", dial.meaning());
        fields.put("source", dial.source());
        return fields;
    }

    /** That many accounts over 180 days, no dial turned. */
    static SimulationParameters parameters(int accounts, long seed) {
        return parameters(accounts, seed, 180, List.of());
    }

    private static SimulationParameters parameters(int accounts, long seed, int days, List<String> settings) {
        Dials dials = Dials.usual();
        for (String setting : settings) {
            dials = dials.with(setting);
        }
        try {
            return new SimulationParameters(accounts, seed, days, dials);
        } catch (IllegalArgumentException e) {
            throw new RingsightException(
                    ErrorCode.USAGE, String.valueOf(e.getMessage()), "Maybe ask for fewer accounts or days.", e);
        }
    }
}
