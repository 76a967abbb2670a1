package io.ringsight.detect.risk.column;

import io.ringsight.detect.evidence.AccountOrder;
import io.ringsight.detect.evidence.Evidence;
import io.ringsight.detect.evidence.LogOdds;
import io.ringsight.detect.evidence.WeighedPairs;
import io.ringsight.detect.risk.Findings;
import io.ringsight.detect.risk.Risks;
import io.ringsight.gnn.graph.AccountTable;
import io.ringsight.ingest.snapshot.IdentityGraph;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/**
 * What a detection without labels says of each account, by account number. All is 0 for an account that nothing ties to another, but
 * for {@code risk}.
 *
 * <table>
 * <caption>columns, each after {@code evidence_}</caption>
 * <tr><th>name</th><th>meaning</th></tr>
 * <tr><td>risk</td><td>log2 odds of the account's risk, within 20</td></tr>
 * <tr><td>ring_risk, ring_size</td><td>log2 odds of the risk of its ring above 2^-10, log of its size</td></tr>
 * <tr><td>pairs</td><td>log(1 + pairs in which it was weighed)</td></tr>
 * <tr><td>control, hands, person</td><td>log2 odds above 2^-10 of the strongest pair: of common control, of other hands, of one
 * person's other account</td></tr>
 * <tr><td>controlled, handled</td><td>log(1 + sum of probabilities over its pairs) of common control, of other hands</td></tr>
 * <tr><td>for, against, conflicts</td><td>bits of that sign, and of what contradicts itself (one face, two names), in the pair
 * that most looks like other hands</td></tr>
 * <tr><td>by_FIELD</td><td>bits of one field in that pair: given_name, surname, birth_date, time, tied, kin, pace, or a type</td></tr>
 * </table>
 */
public final class EvidenceColumns {
    private static final double MOST = 20; // bits
    private static final double FLOOR = 10; // bits below even odds that count as nothing
    private static final List<String> FIELDS =
            List.of("given_name", "surname", "birth_date", "time", "tied", "kin", "pace");
    private static final String CONFLICT = "_WITH_OTHER_";

    private final SequencedMap<String, float[]> columns = new LinkedHashMap<>();
    private final int accounts;

    private EvidenceColumns(int accounts) {
        this.accounts = accounts;
    }

    public static AccountTable of(Findings findings) {
        IdentityGraph snapshot = findings.snapshot();
        var columns = new EvidenceColumns(snapshot.accountCount());
        columns.risks(findings);
        int[] strongest = columns.pairs(findings.pairs(), findings.order());
        columns.fields(snapshot, findings.pairs(), strongest);
        return new AccountTable(
                List.copyOf(columns.columns.sequencedKeySet()), List.copyOf(columns.columns.sequencedValues()));
    }

    private float[] column(String name) {
        return columns.computeIfAbsent("evidence_" + name, _ -> new float[accounts]);
    }

    private void risks(Findings findings) {
        float[] risk = column("risk");
        float[] ringRisk = column("ring_risk");
        float[] ringSize = column("ring_size");
        Risks evidence = findings.evidence();
        int[] ringByRank = findings.ringByRank();
        for (int rank = 0; rank < ringByRank.length; rank++) {
            int account = findings.order().account(rank);
            double bits = LogOdds.bits(evidence.accounts().get(rank).probability());
            risk[account] = (float) Math.clamp(bits, -MOST, MOST);
            int ring = ringByRank[rank];
            if (ring >= 0) {
                ringRisk[account] = strength(evidence.rings().get(ring).probability());
                ringSize[account] = (float) Math.log(findings.rings()[ring].length);
            }
        }
    }

    /** int[accounts]: the pair of each that most looks like other hands, or -1. */
    private int[] pairs(WeighedPairs weighed, AccountOrder order) {
        float[] count = column("pairs");
        float[] control = column("control");
        float[] hands = column("hands");
        float[] person = column("person");
        float[] controlled = column("controlled");
        float[] handled = column("handled");
        int[] strongest = new int[accounts];
        double[] most = new double[accounts];
        Arrays.fill(strongest, -1);
        for (int pair = 0; pair < weighed.size(); pair++) {
            double together = weighed.probability(pair);
            double others = together * weighed.operated(pair);
            for (int end = 0; end < 2; end++) {
                int account = order.account(end == 0 ? weighed.lower(pair) : weighed.upper(pair));
                count[account]++;
                controlled[account] += (float) together;
                handled[account] += (float) others;
                control[account] = Math.max(control[account], strength(together));
                hands[account] = Math.max(hands[account], strength(others));
                person[account] = Math.max(person[account], strength(together - others));
                if (strongest[account] < 0 || others > most[account]) {
                    strongest[account] = pair;
                    most[account] = others;
                }
            }
        }
        for (float[] sum : List.of(count, controlled, handled)) {
            for (int account = 0; account < accounts; account++) {
                sum[account] = (float) Math.log1p(sum[account]);
            }
        }
        return strongest;
    }

    private void fields(IdentityGraph snapshot, WeighedPairs weighed, int[] strongest) {
        float[] speaksFor = column("for");
        float[] against = column("against");
        float[] conflicts = column("conflicts");
        FIELDS.forEach(field -> column("by_" + field));
        snapshot.types().all().forEach(type -> column("by_" + type.name()));
        for (int account = 0; account < accounts; account++) {
            if (strongest[account] < 0) {
                continue;
            }
            for (Evidence evidence : weighed.evidence(strongest[account])) {
                float bits = (float) Math.clamp(evidence.bits(), -MOST, MOST);
                (bits > 0 ? speaksFor : against)[account] += bits;
                conflicts[account] += evidence.code().contains(CONFLICT) ? bits : 0;
                column("by_" + evidence.field())[account] += bits;
            }
        }
    }

    /** Log2 odds, counted from a thousandth up. */
    private static float strength(double probability) {
        if (probability <= 0) {
            return 0;
        }
        double bits = probability >= 1 ? MOST : LogOdds.bits(probability);
        return (float) Math.clamp(bits + FLOOR, 0, MOST + FLOOR);
    }
}
