package io.ringsight.localstore;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.neo4j.cli.ExecutionContext;
import org.neo4j.importer.ImportCommand;
import picocli.CommandLine;

/**
 * Makes a database from CSV files, in a home of its own that nobody else looks at. The files are named relative to the working
 * directory, because a comma in a path would split it.
 */
final class BulkImport {
    private BulkImport() {}

    static void run(StoreFolder folder, long owner) throws Exception {
        Files.createDirectories(folder.path());
        StoreLock lock = StoreLock.acquire(folder);
        ProcessHandle.of(owner)
                .ifPresentOrElse(BulkImport::endWith, () -> Runtime.getRuntime().halt(1));
        Folders.delete(folder.importing());
        Files.createDirectories(folder.importing().resolve("conf"));
        int exit = execute(folder.importing(), arguments(Path.of("")));
        lock.release();
        if (exit != 0) {
            throw new IOException("the importer ended with exit code " + exit);
        }
    }

    /** Nobody would put the database in place. */
    private static void endWith(ProcessHandle owner) {
        owner.onExit().thenRun(() -> Runtime.getRuntime().halt(1));
    }

    private static int execute(Path home, List<String> arguments) {
        var context = new ExecutionContext(home, home.resolve("conf"));
        var command = new CommandLine(new ImportCommand.Full(context)).setExecutionExceptionHandler((e, _, _) -> {
            e.printStackTrace();
            System.err.println(LocalStoreServer.FAILED + Failure.describe(e));
            return 1;
        });
        return command.execute(arguments.toArray(String[]::new));
    }

    private static List<String> arguments(Path csv) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("--verbose", "--bad-tolerance=0", "--report-file=/dev/null"));
        for (Group group : Group.values()) {
            if (Files.exists(csv.resolve(group.header()))) {
                arguments.add(group.option() + "=" + files(csv, group));
            }
        }
        arguments.add(Database.NAME);
        return arguments;
    }

    private static String files(Path csv, Group group) throws IOException {
        try (Stream<Path> files = Files.list(csv)) {
            Stream<String> data = files.map(file -> file.getFileName().toString())
                    .filter(group::isData)
                    .sorted();
            return Stream.concat(Stream.of(group.header()), data).collect(Collectors.joining(","));
        }
    }

    /** The layout that {@code LocalStore.bulkLoad} describes. */
    private enum Group {
        accounts("--nodes=Account"),
        identifiers("--nodes=Identifier"),
        revisions("--nodes=Revision"),
        uses("--relationships=USES"),
        revised("--relationships=REVISED");

        private final String option;

        Group(String option) {
            this.option = option;
        }

        String option() {
            return option;
        }

        String header() {
            return name() + ".csv";
        }

        boolean isData(String file) {
            return file.startsWith(name() + "-") && file.endsWith(".csv");
        }
    }
}
