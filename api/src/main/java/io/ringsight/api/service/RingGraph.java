package io.ringsight.api.service;

import io.ringsight.detect.ring.Ring;
import io.ringsight.ingest.snapshot.IdentityGraph;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The picture of one ring: its accounts and the identifiers that at least two of them use.
 *
 * @param accounts numbers in the snapshot
 * @param shared identifiers with their uses by members, those of most members first
 * @param truncated what was left out because there was too much of it
 */
public record RingGraph(List<Integer> accounts, List<SharedIdentifier> shared, List<String> truncated) {
    /** Accounts and identifiers shown at most, of each. */
    public static final int MOST = 250;

    public RingGraph {
        accounts = List.copyOf(accounts);
        shared = List.copyOf(shared);
        truncated = List.copyOf(truncated);
    }

    /** An identifier and how members use it. */
    public record SharedIdentifier(int identifier, List<Use> uses) {
        public SharedIdentifier {
            uses = List.copyOf(uses);
        }
    }

    /** All sightings of one identifier by one account, times in milliseconds since 1970 UTC. */
    public record Use(int account, int identifier, long firstSeen, long lastSeen, int count) {}

    public static RingGraph of(Ring ring, IdentityGraph graph) {
        List<String> truncated = new ArrayList<>();
        List<Integer> accounts = ring.members().stream()
                .map(graph::findAccount)
                .filter(account -> account >= 0)
                .toList();
        if (accounts.size() > MOST) {
            accounts = accounts.subList(0, MOST);
            truncated.add("accounts");
        }
        Map<Integer, List<Use>> byIdentifier = new TreeMap<>();
        for (int account : accounts) {
            for (Use use : uses(graph, account)) {
                byIdentifier
                        .computeIfAbsent(use.identifier(), _ -> new ArrayList<>())
                        .add(use);
            }
        }
        List<SharedIdentifier> shared = byIdentifier.entrySet().stream()
                .filter(entry -> entry.getValue().size() > 1)
                .map(entry -> new SharedIdentifier(entry.getKey(), entry.getValue()))
                .sorted((a, b) -> Integer.compare(b.uses().size(), a.uses().size()))
                .toList();
        if (shared.size() > MOST) {
            shared = shared.subList(0, MOST);
            truncated.add("identifiers");
        }
        return new RingGraph(accounts, shared, truncated);
    }

    /** What an account uses, one entry an identifier. */
    public static List<Use> uses(IdentityGraph graph, int account) {
        List<Use> uses = new ArrayList<>();
        int sighting = graph.firstSighting(account);
        int end = graph.firstSighting(account + 1);
        while (sighting < end) {
            int identifier = graph.identifierOf(sighting);
            int from = sighting;
            while (sighting < end && graph.identifierOf(sighting) == identifier) {
                sighting++;
            }
            uses.add(new Use(account, identifier, graph.seenAt(from), graph.seenAt(sighting - 1), sighting - from));
        }
        return uses;
    }
}
