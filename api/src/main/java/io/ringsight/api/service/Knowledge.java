package io.ringsight.api.service;

import io.ringsight.detect.AccountRisk;
import io.ringsight.detect.Detection;
import io.ringsight.detect.DetectionParameters;
import io.ringsight.detect.link.Link;
import io.ringsight.detect.ring.Ring;
import io.ringsight.ingest.snapshot.IdentityGraph;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** One snapshot, its detection, and what makes asking about them quick. Immutable, thread-safe. */
public final class Knowledge {
    private final IdentityGraph graph;
    private final Detection detection;
    private final Past past;
    private final Map<String, List<Link>> linksByRing;
    private final Map<String, Double> exposures; // by ring
    private final Map<RingOrder, List<Integer>> ringOrders;
    private final Explanations explanations;

    private Knowledge(
            IdentityGraph graph,
            Detection detection,
            Past past,
            Map<String, List<Link>> linksByRing,
            Map<String, Double> exposures,
            Map<RingOrder, List<Integer>> ringOrders,
            Explanations explanations) {
        this.graph = graph;
        this.detection = detection;
        this.past = past;
        this.linksByRing = linksByRing;
        this.exposures = exposures;
        this.ringOrders = ringOrders;
        this.explanations = explanations;
    }

    /** All that follows from a snapshot and a detection in it. */
    static Knowledge of(IdentityGraph graph, Detection detection, Past past) {
        Map<String, Double> exposures = new HashMap<>();
        detection.rings().forEach(ring -> exposures.put(ring.ringId(), exposure(graph, ring)));
        return new Knowledge(
                graph,
                detection,
                past,
                linksByRing(detection),
                exposures,
                RingOrder.all(detection.rings(), ring -> exposures.getOrDefault(ring.ringId(), 0.0)),
                new Explanations(graph, detection, DetectionParameters.of(detection.facts()), past.labels()));
    }

    private static double exposure(IdentityGraph graph, Ring ring) {
        double sum = 0;
        boolean any = false;
        for (String member : ring.members()) {
            int account = graph.findAccount(member);
            if (account >= 0 && Double.isFinite(graph.exposure(account))) {
                sum += graph.exposure(account);
                any = true;
            }
        }
        return any ? sum : ring.size();
    }

    private static Map<String, List<Link>> linksByRing(Detection detection) {
        Map<String, String> rings = new HashMap<>();
        for (AccountRisk account : detection.accounts()) {
            if (account.ringId() != null) {
                rings.put(account.accountId(), account.ringId());
            }
        }
        Map<String, List<Link>> links = new HashMap<>();
        for (Link link : detection.links()) {
            String ring = rings.get(link.accountA());
            if (ring != null && Objects.equals(ring, rings.get(link.accountB()))) {
                links.computeIfAbsent(ring, _ -> new ArrayList<>()).add(link);
            }
        }
        var strongestFirst = Comparator.comparingDouble(Link::probability)
                .reversed()
                .thenComparing(Link::accountA)
                .thenComparing(Link::accountB);
        links.values().forEach(list -> list.sort(strongestFirst));
        return links;
    }

    public IdentityGraph graph() {
        return graph;
    }

    public Detection detection() {
        return detection;
    }

    /** What came before the detection. */
    Past past() {
        return past;
    }

    /** How often the members of a ring of the detection changed, from 1 on. */
    public int version(String ringId) {
        return past.version(ringId);
    }

    /** Why rings and accounts are what the detection says. */
    public Explanations explanations() {
        return explanations;
    }

    /** Links between members of the ring, strongest first. */
    public List<Link> links(String ringId) {
        return linksByRing.getOrDefault(ringId, List.of());
    }

    /** Money at stake in a ring of the detection; where none of its accounts has any, how many there are. */
    public double exposure(Ring ring) {
        return exposures.getOrDefault(ring.ringId(), (double) ring.size());
    }

    /** Positions in the detection's rings, in that order. */
    public List<Integer> rings(RingOrder order) {
        return Objects.requireNonNull(ringOrders.get(order));
    }
}
