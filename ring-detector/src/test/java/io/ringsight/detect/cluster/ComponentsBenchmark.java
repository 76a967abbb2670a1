package io.ringsight.detect.cluster;

import io.ringsight.ingest.record.IdentifierTypes;
import io.ringsight.ingest.record.Token;
import io.ringsight.ingest.snapshot.IdentityGraph;
import io.ringsight.ingest.snapshot.IdentityGraphBuilder;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Components of a snapshot against a plain union-find over the same arrays: 1 M accounts, 5 M sightings. Run
 * {@code main} with {@code -Xmx3g}; prints the median of each over rounds that take turns.
 */
public final class ComponentsBenchmark {
    private static final int ACCOUNTS = 1_000_000;
    private static final int SIGHTINGS_EACH = 5;
    private static final int ROUNDS = 21;

    private ComponentsBenchmark() {}

    public static void main(String[] arguments) {
        IdentityGraph graph = graph(arguments.length > 0 ? Integer.parseInt(arguments[0]) : ACCOUNTS);
        int[] offsets = new int[graph.identifierCount() + 1];
        int[] accounts = new int[graph.sightingCount()];
        for (int i = 0; i <= graph.identifierCount(); i++) {
            offsets[i] = graph.firstUse(i);
        }
        for (int use = 0; use < accounts.length; use++) {
            accounts[use] = graph.accountOf(use);
        }
        double[] ours = new double[ROUNDS];
        double[] plain = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            long start = System.nanoTime();
            int found = IdentityComponents.of(graph).groupCount();
            ours[round] = (System.nanoTime() - start) / 1e6;
            start = System.nanoTime();
            int expected = plain(offsets, accounts, graph.accountCount());
            plain[round] = (System.nanoTime() - start) / 1e6;
            if (found != expected) {
                throw new IllegalStateException(found + " components, not " + expected);
            }
        }
        Arrays.sort(ours);
        Arrays.sort(plain);
        System.out.printf(
                "%s: components %.1f ms, plain arrays %.1f ms, ratio %.2f (medians of %d)%n",
                graph, ours[ROUNDS / 2], plain[ROUNDS / 2], ours[ROUNDS / 2] / plain[ROUNDS / 2], ROUNDS);
    }

    /** Nothing but arrays: path halving, and each account's root in the end, as the components are. */
    private static int plain(int[] offsets, int[] accounts, int accountCount) {
        int[] parent = new int[accountCount];
        for (int i = 0; i < accountCount; i++) {
            parent[i] = i;
        }
        for (int i = 0; i + 1 < offsets.length; i++) {
            for (int use = offsets[i] + 1; use < offsets[i + 1]; use++) {
                int x = accounts[use - 1];
                int y = accounts[use];
                while (parent[x] != x) {
                    parent[x] = parent[parent[x]];
                    x = parent[x];
                }
                while (parent[y] != y) {
                    parent[y] = parent[parent[y]];
                    y = parent[y];
                }
                if (x < y) {
                    parent[y] = x;
                } else {
                    parent[x] = y;
                }
            }
        }
        int components = 0;
        for (int i = 0; i < accountCount; i++) {
            components += parent[i] == i ? 1 : 0;
        }
        return components;
    }

    /** Mostly own values, some shared by a few, some hubs. */
    public static IdentityGraph graph(int accounts) {
        var random = new SplittableRandom(7);
        var builder = new IdentityGraphBuilder(IdentifierTypes.builtIn());
        for (int i = 0; i < accounts; i++) {
            int account = builder.account("A" + i, i, i, Double.NaN);
            for (int s = 0; s < SIGHTINGS_EACH; s++) {
                double kind = random.nextDouble();
                long value = kind < 0.80
                        ? (long) i * SIGHTINGS_EACH + s
                        : kind < 0.97
                                ? -1 - random.nextInt(accounts)
                                : Long.MIN_VALUE + random.nextInt(accounts / 5_000 + 1);
                builder.sighting(account, s, new Token(value * 0x9E3779B97F4A7C15L, value), i, i);
            }
        }
        return builder.build();
    }
}
