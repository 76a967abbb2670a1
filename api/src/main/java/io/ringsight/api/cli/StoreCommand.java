package io.ringsight.api.cli;

import io.ringsight.ingest.error.ErrorCode;
import io.ringsight.ingest.error.RingsightException;
import io.ringsight.ingest.store.LocalStore;
import io.ringsight.ingest.store.StoreStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "store",
        description = "Starts, stops or describes the local store. Commands that need it start it by themselves.")
final class StoreCommand implements Callable<Integer> {
    /** What to do with it. */
    enum Verb {
        START,
        STOP,
        STATUS
    }

    private final Terminal terminal;

    @Parameters(paramLabel = "start|stop|status", description = "What to do.")
    private Verb verb;

    @Mixin
    private StoreOptions storeOptions = new StoreOptions();

    @Mixin
    private OutputOptions output = new OutputOptions();

    StoreCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        var installation = storeOptions.installation();
        if (!installation.isLocal()) {
            throw new RingsightException(
                    ErrorCode.USAGE,
                    "A Neo4j server was named, and this command is about the local store.",
                    "Maybe leave out --neo4j-uri and RINGSIGHT_NEO4J_URI.");
        }
        terminal.listenForInterrupts();
        LocalStore store = installation.localStore();
        switch (verb) {
            case START -> store.attach(terminal.progress(output.json));
            case STOP -> store.stop();
            case STATUS -> {}
        }
        show(store.status());
        return ExitCodes.GOOD;
    }

    private void show(StoreStatus status) {
        switch (status) {
            case StoreStatus.Running running -> {
                Duration uptime = running.uptime(Instant.now());
                if (output.json) {
                    Map<String, Object> result = new LinkedHashMap<>();
                    result.put("status", "running");
                    result.put("uri", running.uri());
                    result.put("pid", running.pid());
                    result.put("version", running.version());
                    result.put("started_at", running.startedAt());
                    terminal.json(result);
                } else {
                    terminal.say("The local store runs at %s (%s, process %d, for %d min)."
                            .formatted(running.uri(), running.version(), running.pid(), uptime.toMinutes()));
                }
            }
            case StoreStatus.Stopped _ -> {
                if (output.json) {
                    terminal.json(Map.of("status", "stopped"));
                } else {
                    terminal.say("The local store is stopped.");
                }
            }
        }
    }
}
