package io.ringsight.detect.evidence;

import io.ringsight.detect.evidence.TypePrior.Near;
import io.ringsight.ingest.record.Sharers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reads {@code type-priors.table}: lines of words, each under the last line of headings, whose second word is {@code type}. */
final class TypePriorTable {
    private static final String FILE = "type-priors.table";

    private final Map<String, Map<String, String>> equal = new LinkedHashMap<>(); // by type, then by heading
    private final Map<String, Near> near = new HashMap<>(); // by type and way

    private TypePriorTable() {}

    /** By type, and of each kind of configured types. */
    static Map<String, TypePrior> read() {
        var table = new TypePriorTable();
        table.readLines();
        Map<String, TypePrior> priors = new HashMap<>();
        table.equal.forEach((type, cells) -> priors.put(type, table.prior(type, cells)));
        return Map.copyOf(priors);
    }

    private void readLines() {
        List<String> headings = List.of();
        for (String line : text().lines().toList()) {
            List<String> words = List.of(line.strip().split("\\s+"));
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            if (words.get(1).equals("type")) {
                headings = words;
            } else {
                row(cells(headings, words));
            }
        }
    }

    private static String text() {
        try (var stream = TypePriorTable.class.getResourceAsStream(FILE)) {
            if (stream == null) {
                throw new IllegalStateException("There is no " + FILE + " on the class path.");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> cells(List<String> headings, List<String> words) {
        if (words.size() != headings.size()) {
            throw new IllegalStateException(FILE + ": " + words + " does not fit under " + headings + ".");
        }
        Map<String, String> cells = new HashMap<>();
        for (int i = 0; i < words.size(); i++) {
            cells.put(headings.get(i), words.get(i));
        }
        return cells;
    }

    private void row(Map<String, String> cells) {
        String type = word(cells, "type");
        if (cells.containsKey("way")) {
            near.put(type + " " + word(cells, "way"), nearOf(cells));
        } else {
            equal.put(type, cells);
        }
    }

    private static Near nearOf(Map<String, String> cells) {
        return new Near(
                number(cells, "strangers"),
                number(cells, "colocated"),
                number(cells, "related"),
                number(cells, "person"),
                number(cells, "operated"),
                number(cells, "impersonated"));
    }

    private TypePrior prior(String type, Map<String, String> cells) {
        var assumed = new EnumMap<Sharers, Double>(Sharers.class);
        for (Sharers sharers : Sharers.values()) {
            assumed.put(sharers, number(cells, sharers.word()));
        }
        return new TypePrior(
                assumed,
                number(cells, "crowd"),
                Relation.valueOf("OPERATED_BY_" + word(cells, "means").toUpperCase(Locale.ROOT)),
                Math.max(number(cells, "of_means"), number(cells, Sharers.OPERATED.word())),
                near(type, "series"),
                near(type, "family"),
                near(type, "slip"),
                near(type, "crowded"));
    }

    private Near near(String type, String way) {
        return near.getOrDefault(type + " " + way, Near.NEVER);
    }

    private static double number(Map<String, String> cells, String heading) {
        return Double.parseDouble(word(cells, heading));
    }

    private static String word(Map<String, String> cells, String heading) {
        String word = cells.get(heading);
        if (word == null) {
            throw new IllegalStateException(FILE + " has no column " + heading + ": " + cells + ".");
        }
        return word;
    }
}
