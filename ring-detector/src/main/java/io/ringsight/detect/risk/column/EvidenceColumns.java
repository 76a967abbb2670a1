package io.ringsight.detect.risk.column;

import io.ringsight.detect.evidence.WeighedPairs;
import io.ringsight.detect.risk.Findings;
import io.ringsight.gnn.graph.AccountTable;
import io.ringsight.ingest.snapshot.IdentityGraph;
import java.util.Arrays;
import java.util.List;

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
    private EvidenceColumns() {}

    public static AccountTable of(Findings findings) {
        IdentityGraph snapshot = findings.snapshot();
        List<String> names = EvidenceRow.names(snapshot.types());
        float[][] columns = new float[names.size()][snapshot.accountCount()];
        int[] ringByRank = findings.ringByRank();
        var pairs = PairsOf.of(findings.pairs(), ringByRank.length);
        var row = EvidenceRow.of(snapshot.types());
        for (int rank = 0; rank < ringByRank.length; rank++) {
            row.clear();
            row.risk(findings.evidence().accounts().get(rank).probability());
            int ring = ringByRank[rank];
            if (ring >= 0) {
                row.ring(findings.evidence().rings().get(ring).probability(), findings.rings()[ring].length);
            }
            pairs.tell(rank, findings.pairs(), row);
            float[] values = row.values();
            int account = findings.order().account(rank);
            for (int column = 0; column < values.length; column++) {
                columns[column][account] = values[column];
            }
        }
        return new AccountTable(names, Arrays.asList(columns));
    }

    /**
     * Pairs at each of their ends, in compressed sparse rows.
     *
     * @param offsets int[accounts + 1], by rank
     * @param pair int[2 * pairs], ascending within a row
     */
    private record PairsOf(int[] offsets, int[] pair) {
        static PairsOf of(WeighedPairs weighed, int accounts) {
            int[] offsets = new int[accounts + 1];
            for (int pair = 0; pair < weighed.size(); pair++) {
                offsets[weighed.lower(pair) + 1]++;
                offsets[weighed.upper(pair) + 1]++;
            }
            for (int rank = 0; rank < accounts; rank++) {
                offsets[rank + 1] += offsets[rank];
            }
            int[] next = offsets.clone();
            int[] pairs = new int[2 * weighed.size()];
            for (int pair = 0; pair < weighed.size(); pair++) {
                pairs[next[weighed.lower(pair)]++] = pair;
                pairs[next[weighed.upper(pair)]++] = pair;
            }
            return new PairsOf(offsets, pairs);
        }

        void tell(int rank, WeighedPairs weighed, EvidenceRow row) {
            int first = offsets[rank];
            for (int at = first; at < offsets[rank + 1]; at++) {
                row.pair(weighed.probability(pair[at]), weighed.operated(pair[at]));
            }
            if (row.strongest() >= 0) {
                row.fields(weighed.evidence(pair[first + row.strongest()]));
            }
        }
    }
}
