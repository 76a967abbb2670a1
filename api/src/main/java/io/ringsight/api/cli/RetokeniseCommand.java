package io.ringsight.api.cli;

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
        throw new UnsupportedOperationException("Comes next: " + storeOptions.installation() + output.json);
    }
}
