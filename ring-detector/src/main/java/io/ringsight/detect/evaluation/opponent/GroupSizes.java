package io.ringsight.detect.evaluation.opponent;

import io.ringsight.detect.cluster.Partition;
import io.ringsight.detect.evaluation.Verdicts;
import io.ringsight.detect.link.Link;
import io.ringsight.ingest.snapshot.IdentityGraph;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Groups of a snapshot's accounts, judged by how many they are. Immutable. */
final class GroupSizes {
    private final IdentityGraph graph;
    private final Partition groups;
    private final int[] size; // int[groups]

    GroupSizes(IdentityGraph graph, Partition groups) {
        this.graph = graph;
        this.groups = groups;
        this.size = new int[groups.groupCount()];
        for (int group : groups.group()) {
            size[group]++;
        }
    }

    int of(int account) {
        return size[groups.group()[account]];
    }

    /**
     * Groups of two and more are the rings; their risk and that of their members is {@code bySize}.
     *
     * @param links empty for who links no pairs
     */
    Verdicts verdicts(String system, SizeRisk bySize, Optional<List<Link>> links) {
        int[] position = new int[size.length];
        Arrays.fill(position, -1);
        var ringRisk = new double[size.length];
        int rings = 0;
        var ids = new ArrayList<String>(graph.accountCount());
        double[] risk = new double[graph.accountCount()];
        int[] ring = new int[graph.accountCount()];
        for (int rank = 0; rank < risk.length; rank++) {
            int account = graph.accountByRank(rank);
            int group = groups.group()[account];
            if (size[group] > 1 && position[group] < 0) {
                ringRisk[rings] = bySize.ringRisk(size[group]);
                position[group] = rings++;
            }
            ids.add(graph.accountId(account));
            risk[rank] = bySize.risk(size[group]);
            ring[rank] = position[group];
        }
        return new Verdicts(
                system,
                ids,
                risk,
                bySize.fromLabels(),
                ring,
                Arrays.copyOf(ringRisk, rings),
                links.isPresent(),
                links.orElse(List.of()));
    }
}
