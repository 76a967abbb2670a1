package io.ringsight.api.cli;

import picocli.CommandLine.Option;

/** How a command speaks. */
final class OutputOptions {
    @Option(names = "--json", description = "The result as JSON on standard output.")
    boolean json;

    @Option(names = "--debug", description = "Log to standard error; stack trace of a failure.")
    boolean debug;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "This help.")
    boolean help;
}
