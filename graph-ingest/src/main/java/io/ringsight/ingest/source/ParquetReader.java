package io.ringsight.ingest.source;

import io.ringsight.ingest.error.ErrorCode;
import io.ringsight.ingest.error.RingsightException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Queue;
import java.util.function.Supplier;

/**
 * Parquet in any of three forms, told apart by their columns: {@code accounts.parquet} with {@code identifiers.parquet}; one
 * file with a row an account and a column {@code identifiers} (a list of structs with type, value, first_seen, last_seen, or
 * the same as JSON text); one file with a row an identifier that repeats its account's columns. Rows are turned into the
 * contract's JSON inside DuckDB and take the same way from there. A file with identifiers alone brings late sightings.
 *
 * <p>DuckDB runs inside this process, in memory, with extensions and network off.
 */
final class ParquetReader implements ApplicationReader {
    private static final int BATCH = 256;

    private final Path path;
    private final Connection connection;
    private final Queue<ParquetQuery> queries;
    private Optional<Open> open = Optional.empty();
    private boolean any;

    private record Open(ParquetQuery query, Statement statement, ResultSet rows) {}

    private record Row(long number, String json) {}

    private ParquetReader(Path path, Optional<Path> identifiers) {
        this.path = path;
        for (Path file : identifiers.isEmpty() ? List.of(path) : List.of(path, identifiers.get())) {
            refuseIfEmpty(file);
        }
        Connection opened = connect();
        try {
            connection = opened;
            queries = new ArrayDeque<>(
                    identifiers.isEmpty()
                            ? ParquetQuery.single(connection, path)
                            : ParquetQuery.tables(connection, path, identifiers.get()));
        } catch (SQLException e) {
            quietly(opened);
            throw malformed(path, e);
        } catch (RuntimeException e) {
            quietly(opened);
            throw e;
        }
    }

    /** One file of any form. */
    static ApplicationReader file(Path path) {
        return new ParquetReader(path, Optional.empty());
    }

    /** Two tables as in the CSV form. */
    static ApplicationReader tables(Path accounts, Path identifiers) {
        return new ParquetReader(accounts, Optional.of(identifiers));
    }

    private static Connection connect() {
        var settings = new Properties();
        settings.setProperty("autoinstall_known_extensions", "false");
        settings.setProperty("autoload_known_extensions", "false");
        settings.setProperty("jdbc_stream_results", "true");
        settings.setProperty("threads", "2");
        settings.setProperty("memory_limit", "512MB");
        try {
            return DriverManager.getConnection("jdbc:duckdb:", settings);
        } catch (SQLException e) {
            throw new RingsightException(
                    ErrorCode.INTERNAL,
                    "DuckDB, which reads Parquet, does not start.",
                    "Maybe the folder for temporary files (java.io.tmpdir) is full or forbids running code.",
                    e);
        }
    }

    @Override
    public Optional<Supplier<SourceBatch>> next() {
        try {
            while (open.isPresent() || !queries.isEmpty()) {
                Open current = open.isPresent() ? open.get() : start(queries.remove());
                open = Optional.of(current);
                List<Row> batch = batch(current.rows());
                if (!batch.isEmpty()) {
                    any = true;
                    return Optional.of(() -> parse(current.query(), batch));
                }
                current.statement().close();
                open = Optional.empty();
            }
        } catch (SQLException e) {
            throw malformed(path, e);
        }
        if (!any) {
            throw new RingsightException(
                    ErrorCode.INPUT_UNREADABLE, path + " has no row.", "Maybe an export found nothing.");
        }
        return Optional.empty();
    }

    private Open start(ParquetQuery query) throws SQLException {
        Statement statement = connection.createStatement();
        return new Open(query, statement, statement.executeQuery(query.sql()));
    }

    private static List<Row> batch(ResultSet rows) throws SQLException {
        List<Row> batch = new ArrayList<>(BATCH);
        while (batch.size() < BATCH && rows.next()) {
            batch.add(new Row(rows.getLong(1), rows.getString(2)));
        }
        return batch;
    }

    private static SourceBatch parse(ParquetQuery query, List<Row> batch) {
        List<Application> applications = new ArrayList<>(batch.size());
        List<LateIdentifier> late = new ArrayList<>();
        List<Rejection> rejections = new ArrayList<>();
        for (Row row : batch) {
            byte[] json = row.json().getBytes(StandardCharsets.UTF_8);
            Origin origin = new Origin(query.file(), row.number());
            if (query.late()) {
                ApplicationJson.parseLate(json, origin, rejections).ifPresent(late::add);
            } else {
                ApplicationJson.parse(json, 0, json.length, origin, query.identifiersFile(), rejections)
                        .ifPresent(applications::add);
            }
        }
        return SourceBatch.of(applications, late, rejections);
    }

    private static void refuseIfEmpty(Path path) {
        try {
            if (Files.size(path) == 0) {
                throw InputFile.empty(path);
            }
        } catch (java.io.IOException e) {
            throw InputFile.unreadable(path, e);
        }
    }

    static RingsightException malformed(Path path, SQLException e) {
        // DuckDB's message can quote values: it stays out, and so does the cause.
        String state = e.getMessage() != null && e.getMessage().contains("Out of Memory") ? " within 512 MB" : "";
        return new RingsightException(
                ErrorCode.INPUT_MALFORMED,
                path + " cannot be read as Parquet" + state + ".",
                "Maybe it is another format, damaged, or not copied whole.");
    }

    @Override
    public void close() {
        quietly(connection);
    }

    private static void quietly(Connection connection) {
        try {
            connection.close();
        } catch (SQLException _) {
            // Nothing was written: there is nothing to lose.
        }
    }
}
