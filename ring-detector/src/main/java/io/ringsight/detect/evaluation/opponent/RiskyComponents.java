package io.ringsight.detect.evaluation.opponent;

import io.ringsight.detect.cluster.Partition;
import io.ringsight.detect.cluster.UnionFind;
import io.ringsight.detect.evaluation.Verdicts;
import io.ringsight.ingest.snapshot.IdentityGraph;
import java.util.ArrayList;
import java.util.Arrays;

/**
 * Rings of an opponent that scores accounts: risky accounts that share identifiers of at most
 * {@link Opponents#COMPONENT_CAP} accounts, through other risky ones. A ring is as risky as its members on average.
 */
public final class RiskyComponents {
    private RiskyComponents() {}

    /** @param risk double[accounts], probability of fraud by number of the account */
    public static Verdicts verdicts(String system, IdentityGraph graph, double[] risk) {
        Partition groups = groups(graph, risk);
        int[] size = new int[groups.groupCount()];
        double[] sum = new double[groups.groupCount()];
        for (int account = 0; account < risk.length; account++) {
            size[groups.group()[account]]++;
            sum[groups.group()[account]] += risk[account];
        }
        int[] position = new int[groups.groupCount()];
        Arrays.fill(position, -1);
        double[] ringRisk = new double[groups.groupCount()];
        int rings = 0;
        var ids = new ArrayList<String>(risk.length);
        double[] byRank = new double[risk.length];
        int[] ring = new int[risk.length];
        for (int rank = 0; rank < risk.length; rank++) {
            int account = graph.accountByRank(rank);
            int group = groups.group()[account];
            if (size[group] > 1 && position[group] < 0) {
                ringRisk[rings] = sum[group] / size[group];
                position[group] = rings++;
            }
            ids.add(graph.accountId(account));
            byRank[rank] = risk[account];
            ring[rank] = position[group];
        }
        return Verdicts.withoutLinks(system, ids, byRank, true, ring, Arrays.copyOf(ringRisk, rings));
    }

    private static Partition groups(IdentityGraph graph, double[] risk) {
        var sets = new UnionFind(risk.length);
        for (int identifier = 0; identifier < graph.identifierCount(); identifier++) {
            if (graph.degree(identifier) > Opponents.COMPONENT_CAP) {
                continue;
            }
            int previous = -1;
            for (int use = graph.firstUse(identifier); use < graph.firstUse(identifier + 1); use++) {
                int account = graph.accountOf(use);
                if (risk[account] >= Verdicts.RISKY) {
                    if (previous >= 0) {
                        sets.union(previous, account);
                    }
                    previous = account;
                }
            }
        }
        return sets.partition();
    }
}
