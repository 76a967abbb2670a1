package io.ringsight.detect.explanation;

import io.ringsight.detect.jgrapht.LinkPaths;
import io.ringsight.detect.link.Link;
import io.ringsight.ingest.record.CodePointOrder;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The shortest ways from an account over links: to other members of its ring, and to accounts known for fraud. The links of one detection,
 * by account: 16 bytes and a reference a link, twice. Immutable, thread-safe.
 */
public final class EvidencePaths {
    /** Ways that are told, to each of the two. */
    public static final int MOST = 3;
    /** Accounts around one that are looked at. */
    public static final int MOST_AROUND = 1_000;
    /** Links of one account that are walked, the most probable. */
    private static final int MOST_OF_ONE = 50;

    private final Map<String, List<Link>> links = new HashMap<>(); // by account, the most probable first

    private EvidencePaths(Collection<Link> all) {
        for (Link link : all) {
            links.computeIfAbsent(link.accountA(), _ -> new ArrayList<>()).add(link);
            links.computeIfAbsent(link.accountB(), _ -> new ArrayList<>()).add(link);
        }
        links.values()
                .forEach(own -> own.sort((x, y) -> {
                    int by = Double.compare(y.probability(), x.probability());
                    int byFirst = by != 0 ? by : CodePointOrder.INSTANCE.compare(x.accountA(), y.accountA());
                    return byFirst != 0 ? byFirst : CodePointOrder.INSTANCE.compare(x.accountB(), y.accountB());
                }));
    }

    public static EvidencePaths of(Collection<Link> links) {
        return new EvidencePaths(links);
    }

    /**
     * A way from one account to another.
     *
     * @param steps the links along it, from the account that was asked about on
     * @param probability that all of them are true, were they independent
     */
    public record Path(List<Step> steps, double probability) {
        public Path {
            steps = List.copyOf(steps);
        }

        /** Where it ends. */
        public String end() {
            return steps.getLast().to();
        }
    }

    /** One link of a way. */
    public record Step(String from, String to, Link link) {}

    /** Around one account. */
    public record Around(List<Path> paths, List<String> truncated) {
        public Around {
            paths = List.copyOf(paths);
            truncated = List.copyOf(truncated);
        }
    }

    /** The most probable ways to some accounts, one to each of the nearest three. */
    public Around from(String account, Set<String> targets) {
        var truncated = new LinkedHashSet<String>();
        Set<Link> near = near(account, truncated);
        List<Path> paths = LinkPaths.of(near, account, targets, MOST).stream()
                .map(this::path)
                .toList();
        return new Around(paths, List.copyOf(truncated));
    }

    /** Links of the accounts around, breadth first. */
    private Set<Link> near(String account, Set<String> truncated) {
        var found = new LinkedHashSet<Link>();
        var known = new HashSet<String>(Set.of(account));
        var next = new ArrayDeque<String>(List.of(account));
        while (!next.isEmpty()) {
            String at = next.removeFirst();
            List<Link> own = links.getOrDefault(at, List.of());
            if (own.size() > MOST_OF_ONE) {
                truncated.add("links");
            }
            for (Link link : own.subList(0, Math.min(own.size(), MOST_OF_ONE))) {
                String other = link.accountA().equals(at) ? link.accountB() : link.accountA();
                if (known.contains(other) || known.size() < MOST_AROUND) {
                    found.add(link);
                    if (known.add(other)) {
                        next.add(other);
                    }
                } else {
                    truncated.add("accounts");
                }
            }
        }
        return found;
    }

    private Path path(List<String> accounts) {
        var steps = new ArrayList<Step>();
        double probability = 1;
        for (int i = 1; i < accounts.size(); i++) {
            Link link = link(accounts.get(i - 1), accounts.get(i));
            steps.add(new Step(accounts.get(i - 1), accounts.get(i), link));
            probability *= link.probability();
        }
        return new Path(steps, probability);
    }

    private Link link(String one, String other) {
        return links.getOrDefault(one, List.of()).stream()
                .filter(link -> link.accountA().equals(other) || link.accountB().equals(other))
                .findFirst()
                .orElseThrow();
    }
}
