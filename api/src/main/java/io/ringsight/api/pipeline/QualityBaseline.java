package io.ringsight.api.pipeline;

import io.ringsight.export.csv.WholeFile;
import io.ringsight.export.json.JsonText;
import io.ringsight.ingest.error.ErrorCode;
import io.ringsight.ingest.error.RingsightException;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * What quality was, and how far it may fall: a JSON file under version control, so that a change of it is a change that people
 * see, with a reason.
 *
 * @param about what was measured, for people
 */
public record QualityBaseline(String about, List<Floor> floors) {
    private static final double USUAL_TOLERANCE = 0.02;
    private static final List<String> FIRST = List.of(
            "ringsight/all/auroc",
            "ringsight/all/auprc",
            "ringsight/after/auprc",
            "ringsight/all/recall_at_fpr_0.01",
            "ringsight/all/ring_b_cubed_precision",
            "ringsight/all/ring_b_cubed_recall",
            "ringsight/all/ring_b_cubed_f1",
            "ringsight/all/ring_pair_f1",
            "ringsight/all/honest_in_risky_rings");

    public QualityBaseline {
        floors = List.copyOf(floors);
    }

    /**
     * One metric that must not get worse.
     *
     * @param metric {@code system/period/metric}, as in {@code metrics.json}
     * @param tolerance by how much it may be worse before the gate closes
     * @param higherIsBetter else lower is
     * @param reason for the value and the tolerance
     */
    public record Floor(String metric, double value, double tolerance, boolean higherIsBetter, String reason) {}

    /** A floor that was not reached, in words. */
    public record Fall(Floor floor, String words) {}

    public static QualityBaseline read(Path file) {
        var options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        try (Reader reader = Files.newBufferedReader(file)) {
            // JSON is YAML
            return of(file, new Yaml(new SafeConstructor(options)).load(reader));
        } catch (NoSuchFileException e) {
            throw new RingsightException(
                    ErrorCode.INPUT_UNREADABLE,
                    "There is no baseline " + file + ".",
                    "Maybe make it with --write-baseline " + file + ".",
                    e);
        } catch (IOException | YAMLException e) {
            throw malformed(file, "it is no JSON", e);
        }
    }

    private static QualityBaseline of(Path file, @Nullable Object root) {
        if (!(root instanceof Map<?, ?> map) || !(map.get("metrics") instanceof List<?> rows)) {
            throw malformed(file, "it has no list \"metrics\"", null);
        }
        List<Floor> floors = new ArrayList<>();
        for (Object row : rows) {
            if (row instanceof Map<?, ?> floor
                    && floor.get("metric") instanceof String metric
                    && floor.get("value") instanceof Number value
                    && floor.get("tolerance") instanceof Number tolerance
                    && tolerance.doubleValue() >= 0
                    && floor.get("better") instanceof String better
                    && (better.equals("higher") || better.equals("lower"))
                    && floor.get("reason") instanceof String reason
                    && !reason.isBlank()) {
                floors.add(new Floor(
                        metric, value.doubleValue(), tolerance.doubleValue(), better.equals("higher"), reason));
            } else {
                throw malformed(file, "its metric number " + (floors.size() + 1) + " is incomplete", null);
            }
        }
        if (floors.isEmpty()) {
            throw malformed(file, "it names no metric, so nothing could ever fall", null);
        }
        return new QualityBaseline(map.get("about") instanceof String about ? about : "", floors);
    }

    private static RingsightException malformed(Path file, String what, @Nullable Throwable cause) {
        return new RingsightException(
                ErrorCode.INPUT_MALFORMED,
                file + " is no baseline: " + what + ".",
                "Maybe see docs/quality-baseline.json: metric, value, tolerance, better (higher or lower), reason.",
                cause);
    }

    /** What fell, by the metrics of a report. */
    public List<Fall> falls(Map<String, ?> metrics) {
        List<Fall> falls = new ArrayList<>();
        for (Floor floor : floors) {
            Optional<Double> now = value(metrics, floor.metric);
            if (now.isEmpty()) {
                falls.add(new Fall(floor, floor.metric + " has no value, but the baseline has " + floor.value + "."));
            } else if (!reached(floor, now.get())) {
                falls.add(new Fall(
                        floor,
                        String.format(
                                Locale.ROOT,
                                "%s is %.4f, worse than the baseline %.4f by more than the tolerance %.4f.",
                                floor.metric,
                                now.get(),
                                floor.value,
                                floor.tolerance)));
            }
        }
        return falls;
    }

    private static boolean reached(Floor floor, double now) {
        return floor.higherIsBetter ? now >= floor.value - floor.tolerance : now <= floor.value + floor.tolerance;
    }

    /**
     * The same floors at the values of a report; tolerances and reasons stay as they are.
     *
     * @throws RingsightException INPUT_MALFORMED when one has no value there: an old one would be carried on unseen
     */
    public QualityBaseline at(Map<String, ?> metrics) {
        List<Floor> now = floors.stream()
                .map(floor -> new Floor(
                        floor.metric,
                        value(metrics, floor.metric)
                                .map(QualityBaseline::rounded)
                                .orElseThrow(() -> noValue(floor)),
                        floor.tolerance,
                        floor.higherIsBetter,
                        floor.reason))
                .toList();
        return new QualityBaseline(about, now);
    }

    private static RingsightException noValue(Floor floor) {
        return new RingsightException(
                ErrorCode.INPUT_MALFORMED,
                floor.metric + " of the baseline has no value in this report, so nothing was written.",
                "Maybe it has another name now, or its system took no part; change it in the baseline or remove it there.");
    }

    /**
     * A first baseline, to be edited: what the product does now, of what has a value.
     *
     * @throws RingsightException INPUT_MALFORMED when nothing has
     */
    public static QualityBaseline first(Map<String, ?> metrics) {
        List<Floor> floors = FIRST.stream()
                .filter(metric -> value(metrics, metric).isPresent())
                .map(metric -> new Floor(
                        metric, 0, USUAL_TOLERANCE, !metric.endsWith("honest_in_risky_rings"), "first measured"))
                .toList();
        if (floors.isEmpty()) {
            throw new RingsightException(
                    ErrorCode.INPUT_MALFORMED,
                    "This report has no value that a first baseline would hold, so none was written.",
                    "Maybe write one by hand; see docs/quality-baseline.json.");
        }
        return new QualityBaseline("", floors).at(metrics);
    }

    public void write(Path file) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("about", about);
        List<Object> rows = new ArrayList<>();
        for (Floor floor : floors) {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("metric", floor.metric);
            row.put("value", floor.value);
            row.put("tolerance", floor.tolerance);
            row.put("better", floor.higherIsBetter ? "higher" : "lower");
            row.put("reason", floor.reason);
            rows.add(row);
        }
        json.put("metrics", rows);
        WholeFile.write(file, writer -> writer.write(JsonText.page(json)));
    }

    private static Optional<Double> value(Map<String, ?> metrics, String path) {
        Object at = metrics.get("systems");
        for (String step : path.split("/", -1)) {
            at = at instanceof Map<?, ?> map ? map.get(step) : null;
        }
        return at instanceof Map<?, ?> score && score.get("value") instanceof Double value
                ? Optional.of(value)
                : Optional.empty();
    }

    private static double rounded(double value) {
        return Math.round(value * 10_000) / 10_000.0;
    }
}
