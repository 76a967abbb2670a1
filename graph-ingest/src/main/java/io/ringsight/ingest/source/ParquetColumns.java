package io.ringsight.ingest.source;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** The columns of a Parquet file, or the fields of a struct in it, by name in lower case with their DuckDB types. */
final class ParquetColumns {
    private static final String UTC = "%Y-%m-%dT%H:%M:%S.%gZ";

    private final Map<String, String> names = new HashMap<>();
    private final Map<String, String> types = new HashMap<>();

    private ParquetColumns() {}

    /** The columns of a query; nothing is read but the schema. */
    static ParquetColumns of(Connection connection, String sql) throws SQLException {
        var columns = new ParquetColumns();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("DESCRIBE " + sql)) {
            while (rows.next()) {
                String name = rows.getString(1);
                String key = name.toLowerCase(Locale.ROOT);
                columns.names.put(key, '"' + name.replace("\"", "\"\"") + '"');
                columns.types.put(key, rows.getString(2));
            }
        }
        return columns;
    }

    /** A table function over one file; special characters in its path mean themselves. */
    static String table(Path path) {
        String literal = path.toAbsolutePath().toString().replaceAll("[\\[*?]", "[$0]");
        return "read_parquet('" + literal.replace("'", "''") + "', file_row_number = true, binary_as_string = true)";
    }

    boolean has(String column) {
        return names.containsKey(column);
    }

    /** The column's type as DuckDB names it, or an empty string when there is no such column. */
    String type(String column) {
        return types.getOrDefault(column, "");
    }

    /** The column as text: times in ISO 8601 and UTC, numbers in digits; NULL when there is no such column. */
    String text(String prefix, String column) {
        String name = names.get(column);
        if (name == null) {
            return "NULL::VARCHAR";
        }
        String value = prefix + name;
        String type = type(column);
        if (type.startsWith("TIMESTAMP")) {
            return "strftime(make_timestamp(epoch_us(" + value + ")), '" + UTC + "')";
        }
        return type.equals("VARCHAR") ? value : "CAST(" + value + " AS VARCHAR)";
    }

    /** The column itself. */
    String name(String column) {
        return names.getOrDefault(column, "NULL");
    }
}
