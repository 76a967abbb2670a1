package io.ringsight.ingest.source;

import io.ringsight.ingest.error.ErrorCode;
import io.ringsight.ingest.error.RingsightException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A query with two columns: the row's number in its file, from 1, and the record as the contract's JSON.
 *
 * @param late whether the records are identifiers of accounts that this input does not hold
 * @param file the file that the row numbers are of
 * @param identifiersFile the file that the numbers of identifiers are of, when they carry one
 */
record ParquetQuery(String sql, boolean late, String file, Optional<String> identifiersFile) {
    private static final List<String> ACCOUNT =
            List.of("account_id", "created_at", "name", "date_of_birth", "country", "exposure");
    private static final List<String> IDENTIFIER = List.of("type", "value", "first_seen", "last_seen");

    /** The query for a single file, by the columns that it has. */
    static List<ParquetQuery> single(Connection connection, Path path) throws SQLException {
        String table = ParquetColumns.table(path);
        var columns = ParquetColumns.of(connection, "SELECT * FROM " + table);
        String file = InputFile.name(path);
        require(path, columns, "account_id");
        if (columns.has("identifiers")) {
            require(path, columns, "created_at");
            return List.of(nested(connection, table, columns, file));
        }
        require(path, columns, "type");
        require(path, columns, "value");
        return List.of(columns.has("created_at") ? flat(table, columns, file) : alone(table, columns, file, ""));
    }

    /** The queries for two tables: the accounts, then the identifiers of accounts that are not among them. */
    static List<ParquetQuery> tables(Connection connection, Path accounts, Path identifiers) throws SQLException {
        String left = ParquetColumns.table(accounts);
        String right = ParquetColumns.table(identifiers);
        var account = ParquetColumns.of(connection, "SELECT * FROM " + left);
        var identifier = ParquetColumns.of(connection, "SELECT * FROM " + right);
        require(accounts, account, "account_id");
        require(accounts, account, "created_at");
        for (String column : List.of("account_id", "type", "value")) {
            require(identifiers, identifier, column);
        }
        String grouped = "SELECT " + identifier.text("", "account_id") + " AS id, list(" + numbered(identifier, "")
                + " ORDER BY file_row_number) AS found FROM " + right + " GROUP BY 1";
        String sql = "SELECT a.file_row_number + 1, to_json(struct_pack("
                + fields(ACCOUNT, account, "a.") + ", identifiers := coalesce(i.found, [])))"
                + " FROM " + left + " a LEFT JOIN (" + grouped + ") i ON i.id = " + account.text("a.", "account_id")
                + " ORDER BY 1";
        String file = InputFile.name(identifiers);
        String known = "SELECT " + account.text("", "account_id") + " FROM " + left + " WHERE "
                + account.name("account_id") + " IS NOT NULL";
        String id = identifier.text("", "account_id");
        return List.of(
                new ParquetQuery(sql, false, InputFile.name(accounts), Optional.of(file)),
                alone(right, identifier, file, " WHERE " + id + " IS NULL OR " + id + " NOT IN (" + known + ")"));
    }

    private static ParquetQuery nested(Connection connection, String table, ParquetColumns columns, String file)
            throws SQLException {
        String list = columns.name("identifiers");
        String identifiers;
        if (columns.type("identifiers").startsWith("STRUCT")
                && columns.type("identifiers").endsWith("[]")) {
            var inner = ParquetColumns.of(
                    connection, "SELECT unnest(one) FROM (SELECT unnest(" + list + ") AS one FROM " + table + ")");
            identifiers =
                    "list_transform(" + list + ", lambda one: struct_pack(" + fields(IDENTIFIER, inner, "one.") + "))";
        } else {
            identifiers = "TRY_CAST(CAST(" + list + " AS VARCHAR) AS JSON)";
        }
        String sql = "SELECT file_row_number + 1, to_json(struct_pack(" + fields(ACCOUNT, columns, "")
                + ", identifiers := " + identifiers + ")) FROM " + table + " ORDER BY 1";
        return new ParquetQuery(sql, false, file, Optional.empty());
    }

    private static ParquetQuery flat(String table, ParquetColumns columns, String file) {
        String account = ACCOUNT.stream()
                .map(name -> name + " := first(" + columns.text("", name) + " ORDER BY file_row_number)")
                .collect(Collectors.joining(", "));
        String sql = "SELECT min(file_row_number) + 1, to_json(struct_pack(" + account
                + ", identifiers := coalesce(list("
                + numbered(columns, "") + " ORDER BY file_row_number) FILTER (WHERE " + columns.name("type")
                + " IS NOT NULL OR " + columns.name("value") + " IS NOT NULL), []))) FROM " + table + " GROUP BY "
                + columns.text("", "account_id") + ", CASE WHEN " + columns.name("account_id")
                + " IS NULL THEN file_row_number END ORDER BY 1";
        return new ParquetQuery(sql, false, file, Optional.of(file));
    }

    private static ParquetQuery alone(String table, ParquetColumns columns, String file, String where) {
        String sql = "SELECT file_row_number + 1, to_json(struct_pack(account_id := " + columns.text("", "account_id")
                + ", " + fields(IDENTIFIER, columns, "") + ")) FROM " + table + where + " ORDER BY 1";
        return new ParquetQuery(sql, true, file, Optional.empty());
    }

    private static String numbered(ParquetColumns columns, String prefix) {
        return "struct_pack(\"row\" := file_row_number + 1, " + fields(IDENTIFIER, columns, prefix) + ")";
    }

    private static String fields(List<String> names, ParquetColumns columns, String prefix) {
        return names.stream()
                .map(name -> name + " := " + columns.text(prefix, name))
                .collect(Collectors.joining(", "));
    }

    private static void require(Path path, ParquetColumns columns, String name) {
        if (!columns.has(name)) {
            throw new RingsightException(
                    ErrorCode.INPUT_MALFORMED,
                    path + " has no column " + name + ".",
                    "Maybe it is another table: the columns are those of the CSV form, or identifiers as a nested list.");
        }
    }
}
