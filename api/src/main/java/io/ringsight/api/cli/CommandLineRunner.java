package io.ringsight.api.cli;

import io.ringsight.ingest.error.ErrorCode;
import io.ringsight.ingest.error.RingsightException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine;

/** Parses the words, runs the command, and turns whatever goes wrong into one message and one exit code. */
final class CommandLineRunner {
    private CommandLineRunner() {}

    static int run(Terminal terminal, String... arguments) {
        boolean json = Arrays.asList(arguments).contains("--json");
        boolean debug = Arrays.asList(arguments).contains("--debug");
        var commandLine = new CommandLine(new RingsightCommand(), new CommandFactory(terminal))
                .setOut(new java.io.PrintWriter(terminal.out(), true))
                .setErr(new java.io.PrintWriter(terminal.err(), true))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpAutoWidth(true)
                .setParameterExceptionHandler((e, _) -> {
                    String command = e.getCommandLine().getCommandSpec().qualifiedName();
                    report(terminal, ErrorCode.USAGE, usageMessage(e), "Maybe see " + command + " --help.", json);
                    return ErrorCode.USAGE.exitCode();
                })
                .setExecutionExceptionHandler((e, _, _) -> failed(terminal, e, json, debug));
        if (debug) {
            Logs.toStandardError();
        } else {
            Logs.silenceLibraries();
        }
        try {
            return commandLine.execute(arguments);
        } catch (Error e) { // the parser hands over exceptions alone
            return failed(terminal, e, json, debug);
        }
    }

    private static String usageMessage(CommandLine.ParameterException e) {
        String message = e.getMessage() == null ? "The command line cannot be understood." : e.getMessage();
        return message.endsWith(".") ? message : message + ".";
    }

    private static int failed(Terminal terminal, Throwable failure, boolean json, boolean debug) {
        RingsightException known = known(failure);
        if (debug) {
            failure.printStackTrace(terminal.err());
        }
        report(terminal, known.code(), String.valueOf(known.getMessage()), known.hint(), json);
        return known.code().exitCode();
    }

    /** What a failure is, in our words. */
    static RingsightException known(Throwable failure) {
        return switch (failure) {
            case RingsightException known -> known;
            case NoSuchFileException e ->
                new RingsightException(
                        ErrorCode.INPUT_UNREADABLE, e.getFile() + " does not exist.", "Maybe the path is misspelt.", e);
            case AccessDeniedException e ->
                new RingsightException(
                        ErrorCode.OUTPUT_UNWRITABLE,
                        e.getFile() + " may not be read or written by this user.",
                        "Maybe check the permissions of its folder.",
                        e);
            case FileSystemException e ->
                new RingsightException(
                        ErrorCode.OUTPUT_UNWRITABLE,
                        e.getMessage() + ".",
                        "Maybe the disk is full or the folder is read-only.",
                        e);
            case java.io.UncheckedIOException e when e.getCause() != null -> known(e.getCause());
            case IOException e ->
                new RingsightException(
                        ErrorCode.OUTPUT_UNWRITABLE,
                        "Reading or writing failed: " + e.getMessage() + ".",
                        "Maybe the disk is full or a file was removed meanwhile.",
                        e);
            case OutOfMemoryError e ->
                new RingsightException(
                        ErrorCode.INTERNAL,
                        "The heap of " + Runtime.getRuntime().maxMemory() / (1 << 20) + " MiB is too small for this.",
                        "Maybe set RINGSIGHT_HEAP, for example RINGSIGHT_HEAP=4g.",
                        e);
            default ->
                new RingsightException(
                        ErrorCode.INTERNAL,
                        "A fault in Ringsight: " + failure.getClass().getSimpleName() + ".",
                        "Maybe run it again with --debug, which prints where it happened.",
                        failure);
        };
    }

    private static void report(Terminal terminal, ErrorCode code, String message, String hint, boolean json) {
        terminal.flush();
        terminal.note("ringsight: " + message);
        if (!hint.isEmpty()) {
            terminal.note(hint);
        }
        if (json) {
            Map<String, Object> error = new LinkedHashMap<>();
            error.put("code", code.name());
            error.put("message", message);
            error.put("hint", hint);
            terminal.json(Map.of("error", error));
        }
    }
}
