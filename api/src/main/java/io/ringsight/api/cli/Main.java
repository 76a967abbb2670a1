package io.ringsight.api.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** Where {@code ./ringsight} starts. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        var out = new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
        var err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        var terminal = new Terminal(
                out, err, System.console() != null && System.console().isTerminal());
        int exitCode = CommandLineRunner.run(terminal, arguments);
        out.flush();
        terminal.finished();
        System.exit(exitCode);
    }
}
