package io.ringsight.export.csv;

import io.ringsight.detect.evaluation.Verdicts;
import io.ringsight.detect.evidence.Evidence;
import io.ringsight.detect.link.Link;
import io.ringsight.ingest.error.ErrorCode;
import io.ringsight.ingest.error.RingsightException;
import io.ringsight.ingest.record.CodePointOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;

/**
 * Reads {@code accounts.csv}, {@code rings.csv} and {@code links.csv} back, whoever wrote them. Only the columns that say
 * who is in which ring, how risky it is and what is linked are needed; {@code evidence} of links is read when it is there.
 */
public final class ResultsReader {
    private static final List<String> ACCOUNTS = List.of("account_id", "ring_id", "account_risk");
    private static final List<String> RINGS = List.of("ring_id", "risk");
    private static final List<String> LINKS = List.of("account_a", "account_b", "probability");

    private final Map<String, Integer> ringNumbers = new HashMap<>();
    private final List<Double> ringRisks = new ArrayList<>();
    private final TreeMap<String, Account> accounts = new TreeMap<>(CodePointOrder.INSTANCE);
    private final SequencedMap<Pair, Link> links = new LinkedHashMap<>();

    private ResultsReader() {}

    /**
     * @param system how the results are called in reports
     * @throws RingsightException INPUT_MALFORMED with file and line when a row contradicts the contract
     */
    public static Verdicts read(Path folder, String system) {
        var reader = new ResultsReader();
        ResultTable.read(folder.resolve("rings.csv"), RINGS, List.of(), reader::ring);
        ResultTable.read(folder.resolve("accounts.csv"), ACCOUNTS, List.of(), reader::account);
        reader.requireAccounts(folder);
        ResultTable.read(folder.resolve("links.csv"), LINKS, List.of("evidence"), reader::link);
        return reader.verdicts(system);
    }

    private record Pair(String a, String b) {}

    private record Account(double risk, int ring, long line) {}

    private void ring(ResultTable.Row row) {
        String id = row.text(0);
        if (id.isEmpty()) {
            throw row.wrong("ring_id is empty.", "Maybe the row is left over.");
        }
        if (ringNumbers.putIfAbsent(id, ringRisks.size()) != null) {
            throw row.wrong("ring " + id + " stands there twice.", "Maybe two result files were pasted together.");
        }
        ringRisks.add(row.probability(1, "risk"));
    }

    private void account(ResultTable.Row row) {
        String id = row.text(0);
        if (id.isEmpty()) {
            throw row.wrong("account_id is empty.", "Maybe the row is left over.");
        }
        int ring = -1;
        if (!row.text(1).isEmpty()) {
            Integer known = ringNumbers.get(row.text(1));
            if (known == null) {
                throw row.wrong(
                        "ring " + row.text(1) + " of account " + id + " is not in rings.csv.",
                        "Maybe the two files come from different runs.");
            }
            ring = known;
        }
        var account = new Account(row.probability(2, "account_risk"), ring, row.line());
        Account before = accounts.putIfAbsent(id, account);
        if (before != null) {
            throw row.wrong(
                    "account " + id + " stands there again, first in line " + before.line + ".",
                    "Maybe two result files were pasted together.");
        }
    }

    private void link(ResultTable.Row row) {
        String a = row.text(0);
        String b = row.text(1);
        for (String id : List.of(a, b)) {
            if (!accounts.containsKey(id)) {
                throw row.wrong(
                        "account " + id + " is not in accounts.csv.", "Maybe the two files come from different runs.");
            }
        }
        int order = CodePointOrder.INSTANCE.compare(a, b);
        if (order == 0) {
            throw row.wrong("account " + a + " is linked with itself.", "Maybe leave such rows out.");
        }
        double probability = row.probability(2, "probability");
        var pair = order < 0 ? new Pair(a, b) : new Pair(b, a);
        var link = new Link(pair.a, pair.b, probability, evidence(row.text(3)));
        if (links.putIfAbsent(pair, link) != null) {
            throw row.wrong(
                    "accounts " + pair.a + " and " + pair.b + " are linked twice.",
                    "Maybe every pair is written in both directions: once is enough.");
        }
    }

    /** {@code CODE:bits} joined by {@code ;}; a part without bits is a code of none. */
    private static List<Evidence> evidence(String text) {
        return Arrays.stream(text.split(";", -1))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .map(ResultsReader::reason)
                .toList();
    }

    private static Evidence reason(String part) {
        int colon = part.lastIndexOf(':');
        try {
            if (colon > 0) {
                double bits = Double.parseDouble(part.substring(colon + 1));
                return new Evidence(part.substring(0, colon), Double.isFinite(bits) ? bits : 0, "");
            }
        } catch (NumberFormatException _) {
            // the whole part is the code
        }
        return new Evidence(part, 0, "");
    }

    private void requireAccounts(Path folder) {
        if (accounts.isEmpty()) {
            throw new RingsightException(
                    ErrorCode.INPUT_MALFORMED,
                    folder.resolve("accounts.csv") + " has a header but no row.",
                    "Maybe whatever writes it did not finish.");
        }
    }

    private Verdicts verdicts(String system) {
        double[] risk = accounts.values().stream().mapToDouble(Account::risk).toArray();
        int[] ring = accounts.values().stream().mapToInt(Account::ring).toArray();
        double[] ringRisk = ringRisks.stream().mapToDouble(Double::doubleValue).toArray();
        return new Verdicts(
                system, List.copyOf(accounts.keySet()), risk, true, ring, ringRisk, true, List.copyOf(links.values()));
    }
}
