package io.ringsight.detect.risk;

import io.ringsight.detect.cluster.UnionFind;
import io.ringsight.detect.evidence.PairsWithin;
import java.util.Arrays;

/**
 * What links alone, without labels, say of a ring that may have fallen apart: each part is weighed as a ring of its own, as {@link
 * RiskModel} would.
 *
 * @param risk of the riskiest part; the prior when no two members are linked
 * @param largest members of the largest part
 */
public record RingParts(double risk, int largest) {

    /**
     * @param floor links of lower probability hold nothing together
     * @param prior probability of fraud before anything is known
     */
    public static RingParts of(PairsWithin pairs, double floor, double prior) {
        int[] links = new int[pairs.size()];
        int size = 0;
        for (int pair = 0; pair < links.length; pair++) {
            if (pairs.probability(pair) >= floor) {
                links[size++] = pair;
            }
        }
        int[] from = new int[size];
        int[] to = new int[size];
        double[] hands = new double[size];
        for (int link = 0; link < size; link++) {
            from[link] = pairs.lower(links[link]);
            to[link] = pairs.upper(links[link]);
            hands[link] = pairs.probability(links[link]) * pairs.operated(links[link]);
        }
        return of(pairs.members(), SpanningForest.strongest(pairs.members(), from, to, hands), from, to, hands, prior);
    }

    private static RingParts of(int members, int[] forest, int[] from, int[] to, double[] hands, double prior) {
        var sets = new UnionFind(members);
        for (int link : forest) {
            sets.union(from[link], to[link]);
        }
        int[] sizes = new int[members];
        double[] innocent = new double[members];
        Arrays.fill(innocent, 1 - prior);
        for (int member = 0; member < members; member++) {
            sizes[sets.find(member)]++;
        }
        for (int link : forest) {
            innocent[sets.find(from[link])] *= 1 - hands[link];
        }
        double risk = prior;
        int largest = 1;
        for (int part = 0; part < members; part++) {
            if (sizes[part] > 1) {
                risk = Math.max(risk, RingEvidence.probability(innocent[part], sizes[part]));
                largest = Math.max(largest, sizes[part]);
            }
        }
        return new RingParts(risk, largest);
    }
}
