package io.ringsight.detect.cluster;

import io.ringsight.ingest.record.IdentifierTypes;
import io.ringsight.ingest.record.Token;
import io.ringsight.ingest.snapshot.IdentityGraph;
import io.ringsight.ingest.snapshot.IdentityGraphBuilder;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * Components of a snapshot against a plain union-find over the same arrays: 1 M accounts, 5 M sightings, with JMH.
 *
 * <pre>./mvnw -pl ring-detector -am test -Dtest=ComponentsBenchmark -Dsurefire.failIfNoSpecifiedTests=false</pre>
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class ComponentsBenchmark {
    private static final int ACCOUNTS = 1_000_000;
    private static final int SIGHTINGS_EACH = 5;

    private IdentityGraph graph = new IdentityGraphBuilder(IdentifierTypes.builtIn()).build();
    private int[] offsets = {};
    private int[] accounts = {};

    @Test
    void run() throws RunnerException {
        new Runner(new OptionsBuilder()
                        .include(ComponentsBenchmark.class.getName())
                        .jvmArgsAppend("-Xmx3g")
                        .forks(3)
                        .warmupIterations(3)
                        .warmupTime(TimeValue.seconds(1))
                        .measurementIterations(5)
                        .measurementTime(TimeValue.seconds(1))
                        .shouldFailOnError(true)
                        .build())
                .run();
    }

    @Setup
    public void build() {
        graph = graph(ACCOUNTS);
        offsets = new int[graph.identifierCount() + 1];
        accounts = new int[graph.sightingCount()];
        for (int i = 0; i <= graph.identifierCount(); i++) {
            offsets[i] = graph.firstUse(i);
        }
        for (int use = 0; use < accounts.length; use++) {
            accounts[use] = graph.accountOf(use);
        }
        if (snapshot() != plainArrays()) {
            throw new IllegalStateException(snapshot() + " components, not " + plainArrays());
        }
    }

    @Benchmark
    public int snapshot() {
        return IdentityComponents.of(graph).groupCount();
    }

    /** Nothing but arrays: path halving, and how many are their own root in the end. */
    @Benchmark
    public int plainArrays() {
        int[] parent = new int[graph.accountCount()];
        for (int i = 0; i < parent.length; i++) {
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
        for (int i = 0; i < parent.length; i++) {
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
