package io.ringsight.api.cli;

import io.ringsight.ingest.error.ErrorCode;
import io.ringsight.ingest.error.RingsightException;
import io.ringsight.ingest.simulate.Population;
import io.ringsight.ingest.simulate.SimulationParameters;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "simulate",
        description = "Makes a first small population with households, hubs and rings.",
        footer = {"", "Writes applications.jsonl, labels.csv and truth.csv."})
final class SimulateCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "Where the files go.")
    private Path out;

    @Option(names = "--accounts", paramLabel = "N", description = "How many (default 5000).")
    private int accounts = 5_000;

    @Option(names = "--seed", paramLabel = "N", description = "The same seed gives the same files (default 7).")
    private long seed = 7;

    @Mixin
    private OutputOptions output = new OutputOptions();

    SimulateCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        terminal.listenForInterrupts();
        Population.generate(parameters(accounts, seed), out, terminal.progress(output.json));
        if (output.json) {
            terminal.json(Map.of("accounts", accounts, "seed", seed));
        } else {
            terminal.say("%s applications written to %s.".formatted(Summary.number(accounts), out));
        }
        return ExitCodes.GOOD;
    }

    static SimulationParameters parameters(int accounts, long seed) {
        try {
            return SimulationParameters.of(accounts, seed);
        } catch (IllegalArgumentException e) {
            throw new RingsightException(
                    ErrorCode.USAGE, String.valueOf(e.getMessage()), "Maybe ask for fewer accounts.", e);
        }
    }
}
