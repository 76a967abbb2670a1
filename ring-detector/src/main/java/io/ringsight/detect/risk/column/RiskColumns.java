package io.ringsight.detect.risk.column;

import io.ringsight.detect.risk.Findings;
import io.ringsight.detect.risk.learner.FeatureTable;
import io.ringsight.gnn.graph.AccountTable;
import io.ringsight.gnn.graph.GraphView;
import io.ringsight.ingest.progress.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Everything that is known of every account without labels: {@linkplain io.ringsight.gnn.graph.AccountFeatures itself and what it
 * shares}, {@linkplain EvidenceColumns what evidence says}, {@linkplain RingColumns its ring} after {@code ring_} (NaN in none), and the
 * same of those around it: {@code hands_C} is the mean of column C over the accounts beside it, each counted by how probably both are in
 * the same hands, {@code control_C} by how probably both are under common control, {@code two_steps_C} the mean of {@code hands_C}.
 */
public final class RiskColumns {
    /** Of a type: the largest of such a column says of a neighbour what its other identifiers are like. */
    private static final Set<String> OF_TYPES = Set.of("_count", "_others", "_within", "_unlike");

    private static final List<String> AROUND = List.of(
            "exposure",
            "hour_sine",
            "hour_cosine",
            "sightings",
            "identifiers",
            "relations",
            "relations_shared",
            "co_users",
            "tied",
            "near_7_days",
            "nearest",
            "kin",
            "given_name_accounts",
            "surname_accounts",
            "birth_date_accounts",
            "evidence_risk",
            "evidence_hands",
            "evidence_person",
            "evidence_handled",
            "evidence_conflicts",
            "evidence_against",
            "evidence_ring_size");
    private static final List<String> TWO_STEPS =
            List.of("exposure", "identifiers", "near_7_days", "kin", "evidence_risk", "evidence_handled");

    private RiskColumns() {}

    /** The snapshot as a graph network sees it, with what evidence says: where these columns start from. */
    public static GraphView view(Findings findings, Progress progress) {
        return GraphView.of(
                findings.snapshot(),
                findings.snapshot().newestTime(),
                NearIdentifiers.of(findings.snapshot(), findings.pairs(), progress),
                EvidenceColumns.of(findings),
                progress);
    }

    public static FeatureTable of(Findings findings, GraphView view, PairNeighbours neighbours) {
        AccountTable own = view.accounts();
        var names = new ArrayList<>(own.names());
        var columns = new ArrayList<>(own.columns());
        rings(findings, names, columns);
        for (int column = 0; column < own.width(); column++) {
            String name = own.names().get(column);
            float[] values = own.columns().get(column);
            if (isAround(name)) {
                float[] hands = neighbours.mean(values, neighbours.hands());
                names.add("hands_" + name);
                columns.add(hands);
                names.add("control_" + name);
                columns.add(neighbours.mean(values, neighbours.control()));
                if (TWO_STEPS.contains(name)) {
                    names.add("two_steps_" + name);
                    columns.add(neighbours.mean(known(hands), neighbours.hands()));
                }
            }
        }
        return new FeatureTable(names, columns.toArray(float[][]::new));
    }

    private static boolean isAround(String name) {
        return AROUND.contains(name)
                || !name.startsWith("evidence_") && OF_TYPES.stream().anyMatch(name::endsWith);
    }

    private static float[] known(float[] values) {
        float[] known = new float[values.length];
        for (int i = 0; i < known.length; i++) {
            known[i] = Float.isNaN(values[i]) ? 0 : values[i];
        }
        return known;
    }

    private static void rings(Findings findings, List<String> names, List<float[]> columns) {
        double[][] rings = RingColumns.of(findings);
        int[] ringByRank = findings.ringByRank();
        for (int c = 0; c < RingColumns.NAMES.size(); c++) {
            float[] column = new float[ringByRank.length];
            for (int rank = 0; rank < ringByRank.length; rank++) {
                int ring = ringByRank[rank];
                column[findings.order().account(rank)] = ring < 0 ? Float.NaN : (float) rings[ring][c];
            }
            names.add("ring_" + RingColumns.NAMES.get(c));
            columns.add(column);
        }
    }
}
