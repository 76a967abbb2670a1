package io.ringsight.export.evaluation;

import io.ringsight.detect.evaluation.Draws;
import io.ringsight.detect.evaluation.Metric;
import io.ringsight.detect.evaluation.Scorecard;
import io.ringsight.export.csv.ResultTable;
import io.ringsight.export.csv.WholeFile;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.Stream;

/**
 * {@code draws.csv}: what every contender scored in every draw of the population, over the accounts created after the training
 * (all, when there are none).
 *
 * <table>
 * <caption>columns</caption>
 * <tr><th>name</th><th>meaning</th></tr>
 * <tr><td>system</td><td>name of the contender</td></tr>
 * <tr><td>draw</td><td>0 the population itself, then the replicates, the same for all contenders</td></tr>
 * <tr><td>{@link Metric#key} of {@link Draws#METRICS}</td><td>its value, empty where it is undefined</td></tr>
 * </table>
 */
public final class DrawsFile {
    public static final String NAME = "draws.csv";

    private static final List<String> COLUMNS = Stream.concat(
                    Stream.of("system", "draw"), Draws.METRICS.stream().map(Metric::key))
            .toList();

    private DrawsFile() {}

    public static void write(Scorecard card, Path file) {
        WholeFile.write(file, writer -> {
            writer.write(String.join(",", COLUMNS) + "\n");
            for (var system : card.systems()) {
                if (system.draws().isPresent()) {
                    write(system.system(), system.draws().get(), writer);
                }
            }
        });
    }

    private static void write(String system, Draws draws, Writer writer) throws IOException {
        List<double[]> columns =
                Draws.METRICS.stream().map(metric -> draws.of().get(metric)).toList();
        for (int draw = 0; draw < columns.getFirst().length; draw++) {
            writer.write(system + "," + draw);
            for (double[] column : columns) {
                writer.write(Double.isFinite(column[draw]) ? "," + column[draw] : ",");
            }
            writer.write('\n');
        }
    }

    /**
     * By name of the contender, in the order of the file.
     *
     * @throws io.ringsight.ingest.error.RingsightException INPUT_UNREADABLE or INPUT_MALFORMED, with file and line
     */
    public static SequencedMap<String, Draws> read(Path file) {
        SequencedMap<String, List<double[]>> rows = new LinkedHashMap<>();
        ResultTable.read(file, COLUMNS, List.of(), row -> {
            List<double[]> of = rows.computeIfAbsent(row.text(0), _ -> new ArrayList<>());
            if (!row.text(1).equals(Integer.toString(of.size()))) {
                throw row.wrong(
                        "draw " + row.text(1) + " of " + row.text(0) + " where " + of.size() + " was to come.",
                        "Maybe rows were sorted or lost.");
            }
            of.add(values(row));
        });
        SequencedMap<String, Draws> draws = new LinkedHashMap<>();
        rows.forEach((system, of) -> draws.put(system, draws(of)));
        return draws;
    }

    private static double[] values(ResultTable.Row row) {
        double[] values = new double[Draws.METRICS.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = row.text(2 + i).isEmpty() ? Double.NaN : row.number(2 + i, COLUMNS.get(2 + i));
        }
        return values;
    }

    private static Draws draws(List<double[]> rows) {
        Map<Metric, double[]> of = new EnumMap<>(Metric.class);
        for (int i = 0; i < Draws.METRICS.size(); i++) {
            int column = i;
            of.put(
                    Draws.METRICS.get(i),
                    rows.stream().mapToDouble(row -> row[column]).toArray());
        }
        return new Draws(of);
    }
}
