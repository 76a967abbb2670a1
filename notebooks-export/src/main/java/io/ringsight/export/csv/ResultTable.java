package io.ringsight.export.csv;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.ringsight.ingest.error.ErrorCode;
import io.ringsight.ingest.error.RingsightException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** A result file as rows of wanted columns, whatever their order in the file. A row that cannot be understood is an error. */
public final class ResultTable {
    private ResultTable() {}

    /**
     * One row.
     *
     * @param values of the wanted columns in their order, empty where the file lacks an optional one
     */
    public record Row(Path file, long line, List<String> values) {
        public String text(int column) {
            return values.get(column);
        }

        /** @param name of the column, for the message */
        double probability(int column, String name) {
            try {
                double value = Double.parseDouble(values.get(column).strip());
                if (value >= 0 && value <= 1) {
                    return value;
                }
            } catch (NumberFormatException _) {
                // said below
            }
            throw wrong(
                    name + " is '" + values.get(column) + "', but a probability is a number from 0 to 1.",
                    "Maybe it is a score of another scale: rescale it first.");
        }

        /** @param name of the column, for the message */
        public double number(int column, String name) {
            try {
                return Double.parseDouble(values.get(column).strip());
            } catch (NumberFormatException _) {
                throw wrong(
                        name + " is '" + values.get(column) + "', which is no number.", "Maybe columns were shifted.");
            }
        }

        public RingsightException wrong(String what, String hint) {
            return new RingsightException(ErrorCode.INPUT_MALFORMED, file + " line " + line + ": " + what, hint);
        }
    }

    public static void read(Path file, List<String> required, List<String> optional, Consumer<Row> sink) {
        if (!Files.isRegularFile(file)) {
            throw new RingsightException(
                    ErrorCode.INPUT_UNREADABLE,
                    "There is no " + file + ".",
                    "Maybe the folder holds no results: analyze writes accounts.csv, rings.csv and links.csv.");
        }
        try (CsvReader<CsvRecord> csv = CsvReader.builder()
                .allowExtraFields(true)
                .allowMissingFields(true)
                .ofCsvRecord(file)) {
            int[] positions = null;
            int width = 0;
            for (CsvRecord record : csv) {
                if (positions == null) {
                    positions = positions(file, record.getFields(), required, optional);
                    width = record.getFieldCount();
                    continue;
                }
                sink.accept(row(file, record, positions, width));
            }
            if (positions == null) {
                throw new RingsightException(
                        ErrorCode.INPUT_UNREADABLE, file + " is empty.", "Maybe whatever writes it did not finish.");
            }
        } catch (CsvParseException e) {
            throw new RingsightException(
                    ErrorCode.INPUT_MALFORMED,
                    file + " is no CSV file: " + e.getMessage() + ".",
                    "Maybe a quotation mark is not closed.",
                    e);
        } catch (IOException | UncheckedIOException e) {
            throw new RingsightException(
                    ErrorCode.INPUT_UNREADABLE, file + " cannot be read.", "Maybe its permissions forbid it.", e);
        }
    }

    private static Row row(Path file, CsvRecord record, int[] positions, int width) {
        List<String> values = new ArrayList<>(positions.length);
        var row = new Row(file, record.getStartingLineNumber(), values);
        if (record.getFieldCount() != width) {
            throw row.wrong(
                    "it has " + record.getFieldCount() + " fields where the header has " + width + ".",
                    "Maybe a value with a comma is not quoted.");
        }
        for (int position : positions) {
            values.add(position < 0 ? "" : record.getField(position));
        }
        return row;
    }

    private static int[] positions(Path file, List<String> header, List<String> required, List<String> optional) {
        List<String> names = header.stream()
                .map(name -> name.replace("\uFEFF", "").strip().toLowerCase(Locale.ROOT))
                .toList();
        int[] positions = new int[required.size() + optional.size()];
        for (int i = 0; i < positions.length; i++) {
            String name = i < required.size() ? required.get(i) : optional.get(i - required.size());
            positions[i] = names.indexOf(name);
            if (positions[i] < 0 && i < required.size()) {
                throw new RingsightException(
                        ErrorCode.INPUT_MALFORMED,
                        file + " has no column " + name + ".",
                        "Maybe its first line is not the header: it must name " + String.join(",", required) + ".");
            }
        }
        return positions;
    }
}
