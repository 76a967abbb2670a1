package io.ringsight.detect.incremental;

import io.ringsight.detect.cluster.Clustering;
import io.ringsight.detect.cluster.ComponentEngine;
import io.ringsight.detect.cluster.LeidenParameters;
import io.ringsight.detect.cluster.WeightedGraph;
import io.ringsight.detect.disposition.Subject;
import io.ringsight.detect.evidence.AccountOrder;
import io.ringsight.detect.lineage.Causes;
import io.ringsight.detect.lineage.RingHistory;
import io.ringsight.detect.lineage.Succession;
import io.ringsight.ingest.progress.Progress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** The oracle: all rings from all links, and what became of all rings before. */
final class BatchRings {
    private final double floor;
    private final LeidenParameters leiden;
    private final long seed;
    private RingHistory history;

    BatchRings(double floor, LeidenParameters leiden, long seed) {
        this(floor, leiden, seed, RingHistory.none());
    }

    BatchRings(double floor, LeidenParameters leiden, long seed, RingHistory history) {
        this.history = history;
        this.floor = floor;
        this.leiden = leiden;
        this.seed = seed;
    }

    RingHistory history() {
        return history;
    }

    /** @param live whose links and judgements are looked at, and nothing else of it */
    Succession follow(LiveRings live, long at) {
        Map<Subject.Pair, Double> links = new TreeMap<>(java.util.Comparator.comparing(Subject.Pair::toString));
        live.evidence().forEach(links::put);
        live.bonds().forEach(pair -> links.put(pair, 0.0));
        var ids = new TreeSet<String>();
        links.keySet().forEach(pair -> ids.addAll(pair.accounts()));
        List<String> order = new ArrayList<>(ids);
        List<double[]> edges = new ArrayList<>();
        links.forEach((pair, known) -> {
            double evidence = live.cuts().contains(pair) ? 0 : known;
            double weight = live.bonds().contains(pair) ? Math.max(evidence, 0.999) : evidence;
            if (weight >= floor) {
                edges.add(new double[] {order.indexOf(pair.accountA()), order.indexOf(pair.accountB()), weight});
            }
        });
        var graph = WeightedGraph.of(
                order.size(),
                edges.stream().mapToInt(edge -> (int) edge[0]).toArray(),
                edges.stream().mapToInt(edge -> (int) edge[1]).toArray(),
                edges.stream().mapToDouble(edge -> edge[2]).toArray());
        int[][] groups = new Clustering(ComponentEngine.jvm(), leiden, i -> AccountOrder.hash(order.get(i)), seed)
                .groups(graph, Progress.silent());
        int[] group = new int[order.size()];
        Arrays.setAll(group, i -> i);
        for (int[] members : groups) {
            for (int member : members) {
                group[member] = members[0];
            }
        }
        for (Subject.Pair bond : live.bonds()) {
            int from = group[order.indexOf(bond.accountA())];
            int to = group[order.indexOf(bond.accountB())];
            Arrays.setAll(group, i -> group[i] == from ? to : group[i]);
        }
        Map<Integer, List<String>> rings = new TreeMap<>();
        for (int i = 0; i < group.length; i++) {
            rings.computeIfAbsent(group[i], _ -> new ArrayList<>()).add(order.get(i));
        }
        var succession = Succession.of(
                history,
                rings.values().stream().filter(members -> members.size() > 1).toList(),
                Causes.unknown(),
                at);
        history = history.with(succession.versions());
        return succession;
    }
}
