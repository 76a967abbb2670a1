package io.ringsight.detect.evidence;

import io.ringsight.ingest.progress.Progress;
import io.ringsight.ingest.record.IdentifierTypes;
import io.ringsight.ingest.record.Token;
import io.ringsight.ingest.snapshot.IdentityGraph;
import io.ringsight.ingest.snapshot.IdentityGraphBuilder;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * CPU of the search for candidate pairs: as accounts grow, each with four things that a few share and one network that a hundred share; and
 * as the largest network grows while accounts stay. Main; heap 8 GB; prints medians of five and the slope in the logarithms.
 */
final class CandidateBenchmark {
    private static final int RUNS = 5;
    private static final int THINGS = 4;

    private CandidateBenchmark() {}

    public static void main(String[] arguments) {
        int[] accounts = {100_000, 200_000, 500_000, 1_000_000, 2_000_000};
        double[] byAccounts = new double[accounts.length];
        for (int i = 0; i < accounts.length; i++) {
            byAccounts[i] = measure("accounts " + accounts[i], accounts[i], 100);
        }
        System.out.printf("slope over accounts %.3f%n", slope(accounts, byAccounts));
        int[] degrees = {100, 1_000, 10_000, 100_000, 1_000_000};
        double[] byDegree = new double[degrees.length];
        for (int i = 0; i < degrees.length; i++) {
            byDegree[i] = measure("largest degree " + degrees[i], 1_000_000, degrees[i]);
        }
        System.out.printf("slope over the largest degree %.3f%n", slope(degrees, byDegree));
    }

    private static double measure(String name, int accounts, int degree) {
        IdentityGraph graph = graph(accounts, degree);
        var order = new AccountOrder(graph);
        var frequencies = new Frequencies(graph);
        var near = NearIdentifiers.of(graph, true, Progress.silent());
        var threads = ManagementFactory.getThreadMXBean();
        double[] seconds = new double[RUNS];
        int pairs = 0;
        for (int run = -1; run < RUNS; run++) {
            long start = threads.getCurrentThreadCpuTime();
            pairs = CandidatePairs.of(
                            graph, order, frequencies, near, CandidateParameters.defaults(), Progress.silent())
                    .size();
            if (run >= 0) {
                seconds[run] = (threads.getCurrentThreadCpuTime() - start) / 1e9;
            }
        }
        Arrays.sort(seconds);
        System.out.printf(
                "%-24s %,10d sightings %,10d pairs (%.2f a sighting)  median %.3f CPU-s%n",
                name, graph.sightingCount(), pairs, pairs / (double) graph.sightingCount(), seconds[RUNS / 2]);
        return seconds[RUNS / 2];
    }

    /** Each account has {@value #THINGS} things drawn from as many as there are accounts, and one of the networks of that degree. */
    private static IdentityGraph graph(int accounts, int degree) {
        var types = IdentifierTypes.builtIn();
        var builder = new IdentityGraphBuilder(types);
        var random = new SplittableRandom(7);
        for (int account = 0; account < accounts; account++) {
            long created = 1_767_225_600_000L + random.nextLong(180L * 86_400_000);
            int number = builder.account("a%08d".formatted(account), created, created, Double.NaN);
            for (int type = 0; type < THINGS; type++) {
                builder.sighting(number, type, new Token(type, random.nextInt(accounts)), created, created);
            }
            builder.sighting(number, types.ordinal("ip"), new Token(99, account / degree), created, created);
        }
        return builder.build();
    }

    private static double slope(int[] x, double[] y) {
        double meanX = Arrays.stream(x).mapToDouble(Math::log).average().orElseThrow();
        double meanY = Arrays.stream(y).map(Math::log).average().orElseThrow();
        double product = 0;
        double square = 0;
        for (int i = 0; i < x.length; i++) {
            product += (Math.log(x[i]) - meanX) * (Math.log(y[i]) - meanY);
            square += (Math.log(x[i]) - meanX) * (Math.log(x[i]) - meanX);
        }
        return product / square;
    }
}
