package io.ringsight.localstore;

import java.nio.file.Path;
import java.util.Arrays;

/**
 * The local store's JVM. It is started by {@code LocalStore} of graph-ingest, never by hand.
 *
 * <pre>
 * serve FOLDER [OWNER-PID]     runs the database in FOLDER until SIGTERM, or until process OWNER-PID ends
 * import FOLDER OWNER-PID      makes a new database in FOLDER from the CSV files in the working directory
 * train FOLDER CACHE JAVA…     makes the AOT cache that later starts with the command JAVA… use; FOLDER is scratch
 * rehearse FOLDER              one start and stop in FOLDER, for the cache
 * </pre>
 *
 * <p>When a command cannot do its work, the last line on standard error starts with {@value #FAILED}, and the exit code is 1.
 */
public final class LocalStoreServer {
    /** What {@code LocalStore} looks for in the log. */
    static final String FAILED = "ringsight-store failed: ";

    private LocalStoreServer() {}

    public static void main(String[] args) {
        try {
            run(args);
        } catch (Exception | LinkageError e) {
            e.printStackTrace();
            System.err.println(FAILED + Failure.describe(e));
            System.exit(1);
        }
    }

    private static void run(String[] args) throws Exception {
        StoreFolder folder = new StoreFolder(Path.of(args[1]));
        switch (args[0]) {
            case "serve" -> Serve.run(folder, args.length > 2 ? Long.parseLong(args[2]) : Serve.NO_OWNER);
            case "import" -> BulkImport.run(folder, Long.parseLong(args[2]));
            case "train" ->
                Training.run(folder, Path.of(args[2]), Arrays.asList(args).subList(3, args.length));
            case "rehearse" -> Training.rehearse(folder);
            default -> throw new IllegalArgumentException("no command " + args[0]);
        }
    }
}
