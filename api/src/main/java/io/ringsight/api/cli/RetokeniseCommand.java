package io.ringsight.api.cli;

import io.ringsight.api.pipeline.Installation;
import io.ringsight.ingest.neo4j.Store;
import io.ringsight.ingest.neo4j.StoreRetokenise;
import io.ringsight.ingest.progress.Progress;
import io.ringsight.ingest.tokenise.KeySets;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "retokenise",
        description =
                "Makes all tokens anew under fresh keys, from what the vault kept. Safe to interrupt and to run again.")
final class RetokeniseCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private StoreOptions storeOptions = new StoreOptions();

    @Mixin
    private OutputOptions output = new OutputOptions();

    RetokeniseCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        terminal.listenForInterrupts();
        Installation installation = storeOptions.installation();
        Progress progress = terminal.progress(output.json);
        try (Store store = installation.connect(progress)) {
            KeySets before = installation.existingKeys();
            KeySets now = new StoreRetokenise(store, installation.types(), progress).run(before);
            if (output.json) {
                terminal.json(Map.of("key_version", now.version()));
            } else {
                terminal.say("All tokens are made with key version " + now.version() + ".");
            }
        }
        return ExitCodes.GOOD;
    }
}
