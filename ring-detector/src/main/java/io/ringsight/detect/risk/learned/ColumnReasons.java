package io.ringsight.detect.risk.learned;

import io.ringsight.detect.ring.Reason;
import io.ringsight.detect.risk.column.LabelledAround;
import io.ringsight.ingest.record.IdentifierType;
import io.ringsight.ingest.record.IdentifierTypes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Columns in words of the domain: what they add to a risk, under one code for all that tell of one thing.
 *
 * <table>
 * <caption>codes</caption>
 * <tr><th>code</th><th>columns</th></tr>
 * <tr><td>LABELS_AROUND</td><td>of {@link LabelledAround}</td></tr>
 * <tr><td>{@value #EVIDENCE}</td><td>what evidence says: dealt out to its own reasons</td></tr>
 * <tr><td>RING_SHAPE</td><td>its ring as a whole</td></tr>
 * <tr><td>LIKE_ITS_NEIGHBOURS</td><td>what the accounts around it are like</td></tr>
 * <tr><td>USE_OF_TYPE</td><td>how many it has of an identifier type, who else uses them, how fast</td></tr>
 * <tr><td>COMPANY</td><td>how many share something with it, how near in time, of what names</td></tr>
 * <tr><td>APPLICATION</td><td>the application itself</td></tr>
 * </table>
 */
final class ColumnReasons {
    /** The code of evidence where it has no reasons of its own, or speaks against. */
    static final String EVIDENCE = "WEIGHT_OF_EVIDENCE";

    private static final Set<String> COMPANY = Set.of(
            "relations_shared",
            "co_users",
            "tied",
            "most_ties",
            "near_1_day",
            "near_7_days",
            "near_30_days",
            "nearest",
            "kin");

    private final List<String> codes = new ArrayList<>(); // by column

    ColumnReasons(List<String> columns, IdentifierTypes types) {
        columns.forEach(column -> codes.add(code(column, types)));
    }

    static String code(String column, IdentifierTypes types) {
        if (column.startsWith("label_")) {
            return "LABELS_AROUND";
        }
        if (column.startsWith("evidence_") || column.equals("ring_evidence") || column.equals("ring_hands")) {
            return EVIDENCE;
        }
        if (column.startsWith("ring_")) {
            return "RING_SHAPE";
        }
        if (column.startsWith("hands_") || column.startsWith("control_") || column.startsWith("two_steps_")) {
            return "LIKE_ITS_NEIGHBOURS";
        }
        if (COMPANY.contains(column)) {
            return "COMPANY";
        }
        for (IdentifierType type : types.all()) {
            if (column.startsWith(type.name() + "_")) {
                return "USE_OF_" + type.name().toUpperCase(Locale.ROOT);
            }
        }
        return "APPLICATION";
    }

    /**
     * @param contributions double[columns], bits
     * @param evidence the reasons that evidence has, without labels
     * @return in no order
     */
    List<Reason> of(double[] contributions, List<Reason> evidence) {
        Map<String, Double> byCode = new TreeMap<>();
        for (int column = 0; column < contributions.length; column++) {
            byCode.merge(codes.get(column), contributions[column], Double::sum);
        }
        Double weighed = byCode.remove(EVIDENCE);
        if (weighed != null) {
            dealt(weighed, evidence, EVIDENCE)
                    .forEach(reason -> byCode.merge(reason.code(), reason.bits(), Double::sum));
        }
        var reasons = new ArrayList<Reason>();
        byCode.forEach((code, bits) -> {
            if (bits != 0) {
                reasons.add(new Reason(code, bits));
            }
        });
        return reasons;
    }

    /** Bits dealt out over what evidence says for fraud, by how much it says; under the other code where it says nothing, or bits are against. */
    static List<Reason> dealt(double bits, List<Reason> evidence, String otherwise) {
        double speaksFor = evidence.stream()
                .mapToDouble(Reason::bits)
                .filter(more -> more > 0)
                .sum();
        if (bits <= 0 || speaksFor <= 0) {
            return List.of(new Reason(otherwise, bits));
        }
        return evidence.stream()
                .filter(reason -> reason.bits() > 0)
                .map(reason -> new Reason(reason.code(), bits * reason.bits() / speaksFor))
                .toList();
    }
}
