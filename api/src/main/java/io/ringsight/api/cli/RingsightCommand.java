package io.ringsight.api.cli;

import io.ringsight.api.pipeline.ProductVersion;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The word {@code ringsight} itself. */
@Command(
        name = "ringsight",
        mixinStandardHelpOptions = true,
        versionProvider = RingsightCommand.Version.class,
        description = "Finds rings of synthetic identities: groups of accounts that look unrelated and are run by the"
                + " same hands.",
        synopsisSubcommandLabel = "COMMAND",
        commandListHeading = "%nCommands:%n",
        footer = {
            "",
            "Exit codes: 0 good, 1 failed, 2 usage, 3 done with rejections, 4 quality gate failed,",
            "5 store unavailable or locked."
        },
        subcommands = {
            DemoCommand.class,
            AnalyzeCommand.class,
            IngestCommand.class,
            LabelsCommand.class,
            TrainCommand.class,
            PromoteCommand.class,
            DetectCommand.class,
            ServeCommand.class,
            CheckCommand.class,
            ReplayCommand.class,
            PolicyCommand.class,
            ExportCommand.class,
            EmbedCommand.class,
            ServeEmbeddingsCommand.class,
            EvaluateCommand.class,
            SimulateCommand.class,
            StoreCommand.class,
            RetokeniseCommand.class,
            BenchmarkCommand.class,
            WarmUpCommand.class,
            CommandLine.HelpCommand.class
        })
final class RingsightCommand implements Runnable {
    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "A command is missing.");
    }

    /** Prints what {@code --version} prints. */
    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"ringsight " + ProductVersion.ringsight()};
        }
    }
}
