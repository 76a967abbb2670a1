package io.ringsight.localstore;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.neo4j.cli.ExecutionContext;
import org.neo4j.importer.ImportCommand;
import org.neo4j.io.fs.DefaultFileSystemAbstraction;
import picocli.CommandLine;

/**
 * Makes a database from CSV files, in a home of its own that nobody else looks at. The files are named relative to the working
 * directory, because a comma in a path would split it.
 */
final class BulkImport {
    /** How the lines begin that the importer prints around a reason. */
    private static final List<String> NOISE = List.of("Full exception details", "Please provide this file", "Run with");

    private static final String CAUSE = "Caused by: ";

    private BulkImport() {}

    static void run(StoreFolder folder, long owner) throws Exception {
        Files.createDirectories(folder.path());
        StoreLock lock = StoreLock.acquire(folder);
        ProcessHandle.of(owner)
                .ifPresentOrElse(BulkImport::endWith, () -> Runtime.getRuntime().halt(1));
        Folders.delete(folder.importing());
        Files.createDirectories(folder.importing().resolve("conf"));
        execute(folder.importing(), arguments(Path.of("")));
        lock.release();
    }

    /** Nobody would put the database in place. */
    private static void endWith(ProcessHandle owner) {
        owner.onExit().thenRun(() -> Runtime.getRuntime().halt(1));
    }

    private static void execute(Path home, List<String> arguments) throws IOException {
        ByteArrayOutputStream complaints = new ByteArrayOutputStream();
        int exit;
        try (var fileSystem = new DefaultFileSystemAbstraction();
                var err = new PrintStream(complaints, true, StandardCharsets.UTF_8)) {
            var context = new ExecutionContext(home, home.resolve("conf"), System.out, err, fileSystem);
            exit = new CommandLine(new ImportCommand.Full(context)).execute(arguments.toArray(String[]::new));
        }
        System.out.println(complaints.toString(StandardCharsets.UTF_8));
        if (exit != 0) {
            throw new IOException(
                    "importer, exit code " + exit + ": " + reason(complaints.toString(StandardCharsets.UTF_8)));
        }
    }

    /** The innermost cause, whose message may take several lines, or whatever else it said first. */
    private static String reason(String complaints) {
        List<String> lines = complaints.lines().map(String::strip).toList();
        return IntStream.range(0, lines.size())
                .filter(line -> lines.get(line).startsWith(CAUSE))
                .reduce((_, innermost) -> innermost)
                .stream()
                .mapToObj(line -> lines.subList(line, lines.size()).stream()
                        .takeWhile(words -> !words.startsWith("at "))
                        .collect(Collectors.joining(" "))
                        .substring(CAUSE.length()))
                .findFirst()
                .or(() -> lines.stream()
                        .filter(line -> !line.isEmpty() && NOISE.stream().noneMatch(line::startsWith))
                        .findFirst())
                .orElse("it says no more");
    }

    /** The database's name comes first: the options that name files would take it for one more. */
    private static List<String> arguments(Path csv) throws IOException {
        List<String> arguments =
                new ArrayList<>(List.of(Database.NAME, "--verbose", "--bad-tolerance=0", "--report-file=/dev/null"));
        for (Group group : Group.values()) {
            if (Files.exists(csv.resolve(group.header()))) {
                arguments.add(group.option + "=" + files(csv, group));
            }
        }
        return arguments;
    }

    private static String files(Path csv, Group group) throws IOException {
        try (Stream<Path> files = Files.list(csv)) {
            Stream<String> data = files.map(file -> file.getFileName().toString())
                    .filter(group::isData)
                    .sorted();
            // A name without a folder is refused.
            return Stream.concat(Stream.of(group.header()), data)
                    .map(name -> "./" + name)
                    .collect(Collectors.joining(","));
        }
    }

    /** The layout that {@code LocalStore.bulkLoad} describes. */
    private enum Group {
        ACCOUNTS("--nodes=Account"),
        IDENTIFIERS("--nodes=Identifier"),
        REVISIONS("--nodes=Revision"),
        USES("--relationships=USES"),
        REVISED("--relationships=REVISED");

        private final String option;

        Group(String option) {
            this.option = option;
        }

        String stem() {
            return name().toLowerCase(Locale.ROOT);
        }

        String header() {
            return stem() + ".csv";
        }

        boolean isData(String file) {
            return file.startsWith(stem() + "-") && file.endsWith(".csv");
        }
    }
}
