package io.ringsight.api.http;

import io.ringsight.api.http.Views.EdgeView;
import io.ringsight.api.http.Views.GraphView;
import io.ringsight.api.http.Views.NodeView;
import io.ringsight.api.http.Views.ResemblanceView;
import io.ringsight.api.service.Knowledge;
import io.ringsight.api.service.RingGraph;
import io.ringsight.api.service.RingGraph.Use;
import io.ringsight.detect.evidence.Resemblance;
import io.ringsight.detect.link.Link;
import io.ringsight.detect.ring.Ring;
import io.ringsight.ingest.snapshot.IdentityGraph;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Draws one ring: accounts, the identifiers that at least two of them use and, for links of accounts that share none of those, the
 * identifiers that resemble each other. One use, one thread.
 */
final class RingPicture {
    private final Knowledge knowledge;
    private final IdentityGraph graph;
    private final RingGraph shown;
    private final Map<String, NodeView> nodes = new LinkedHashMap<>(); // by id
    private final List<EdgeView> edges = new ArrayList<>();
    private final Set<Long> known = new HashSet<>(); // account and identifier of each use that is drawn

    private RingPicture(Knowledge knowledge, Ring ring) {
        this.knowledge = knowledge;
        graph = knowledge.graph();
        shown = RingGraph.of(ring, graph);
    }

    static GraphView of(Knowledge knowledge, Ring ring) {
        var picture = new RingPicture(knowledge, ring);
        picture.shown.accounts().forEach(picture::account);
        picture.shown.shared().forEach(shared -> shared.uses().forEach(picture::use));
        picture.resemblances(knowledge.links(ring.ringId()));
        return new GraphView(
                ring.ringId(), List.copyOf(picture.nodes.values()), picture.edges, picture.shown.truncated());
    }

    private void account(int account) {
        String id = graph.accountId(account);
        nodes.put(
                node(id), new NodeView(node(id), "account", id, RingController.risk(knowledge, id), null, null, null));
    }

    private static String node(String accountId) {
        return "account:" + accountId;
    }

    private static String node(int identifier) {
        return "identifier:" + identifier;
    }

    private void identifier(int identifier) {
        nodes.putIfAbsent(
                node(identifier),
                new NodeView(
                        node(identifier),
                        "identifier",
                        null,
                        null,
                        RingController.type(graph, identifier),
                        graph.token(identifier).prefix(),
                        graph.degree(identifier)));
    }

    private void use(Use use) {
        if (known.add((long) use.account() << 32 | use.identifier())) {
            identifier(use.identifier());
            edges.add(new EdgeView(
                    node(graph.accountId(use.account())),
                    node(use.identifier()),
                    Instant.ofEpochMilli(use.firstSeen()),
                    Instant.ofEpochMilli(use.lastSeen()),
                    use.count(),
                    null));
        }
    }

    private void resemblances(List<Link> links) {
        int drawn = 0;
        for (Link link : links) {
            int a = graph.findAccount(link.accountA());
            int b = graph.findAccount(link.accountB());
            boolean visible = nodes.containsKey(node(link.accountA())) && nodes.containsKey(node(link.accountB()));
            if (visible && !isSharing(a, b) && drawn < RingGraph.MOST) {
                drawn += resemblances(a, b);
            }
        }
    }

    private boolean isSharing(int a, int b) {
        return shown.shared().stream()
                .anyMatch(shared -> shared.uses().stream().anyMatch(use -> use.account() == a)
                        && shared.uses().stream().anyMatch(use -> use.account() == b));
    }

    /** Draws what of two accounts is alike, or else that they are linked, and returns how many edges that took. */
    private int resemblances(int a, int b) {
        List<Resemblance> near = knowledge.explanations().resemblances(a, b);
        for (Resemblance resemblance : near) {
            uses(a, resemblance);
            uses(b, resemblance);
            edges.add(edge(node(resemblance.one()), node(resemblance.other()), a, b, ResemblanceView.of(resemblance)));
        }
        if (near.isEmpty()) {
            edges.add(edge(node(graph.accountId(a)), node(graph.accountId(b)), a, b, null));
        }
        return Math.max(1, near.size());
    }

    private void uses(int account, Resemblance resemblance) {
        RingGraph.uses(graph, account).stream()
                .filter(use -> use.identifier() == resemblance.one() || use.identifier() == resemblance.other())
                .forEach(this::use);
    }

    /** From when the first of two accounts was there until the second was too. */
    private EdgeView edge(String from, String to, int a, int b, @Nullable ResemblanceView resemblance) {
        return new EdgeView(
                from,
                to,
                Instant.ofEpochMilli(Math.min(graph.createdAt(a), graph.createdAt(b))),
                Instant.ofEpochMilli(Math.max(graph.createdAt(a), graph.createdAt(b))),
                1,
                resemblance);
    }
}
