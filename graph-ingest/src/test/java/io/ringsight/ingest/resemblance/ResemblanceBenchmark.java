package io.ringsight.ingest.resemblance;

import com.sun.management.OperatingSystemMXBean;
import io.ringsight.ingest.progress.Progress;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Join, index and single queries over correlated faces, beside brute force in the same run: {@code main} with the number of
 * faces, the number of dimensions behind them and the share of brute force to run (1: all of it).
 */
public final class ResemblanceBenchmark {
    private static final int QUERIES = 50_000;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private ResemblanceBenchmark() {}

    public static void main(String[] arguments) throws InterruptedException {
        int faces = Integer.parseInt(arguments[0]);
        int dimensions = Integer.parseInt(arguments[1]);
        double share = Double.parseDouble(arguments[2]);
        var templates = new Templates(dimensions, 1).strangers(faces * 9 / 10);
        var random = new SplittableRandom(2);
        while (templates.signatures.size() < faces) { // one in ten is another picture of somebody, 0 to 60 bits away
            templates.signatures.add(templates.near(random.nextInt(faces * 9 / 10), random.nextInt(61)));
        }
        Signatures signatures = shuffled(templates.signatures, random);
        ResemblanceParameters parameters = ResemblanceParameters.faces();

        long[] clock = clock();
        NearPairs.Pairs pairs = NearPairs.join(signatures, parameters, 2, Progress.silent());
        double joined = print("join", clock);
        long[] found = new long[parameters.radius() + 1];
        long[] foundOfShare = new long[parameters.radius() + 1];
        int rows = (int) (faces * (1 - Math.sqrt(1 - share))); // the first rows hold that share of all pairs
        for (int i = 0; i < pairs.size(); i++) {
            found[pairs.distance()[i]]++;
            if (pairs.a()[i] < rows) {
                foundOfShare[pairs.distance()[i]]++;
            }
        }
        System.out.printf("%,d pairs found%n", pairs.size());

        var bruteForce = new BruteForce(signatures, parameters.radius());
        bruteForce.count(0, 2_048, 2); // compiled by now
        clock = clock();
        long[] there = bruteForce.count(0, rows, 2);
        double brute = print("brute force, %.3f of all pairs".formatted(share), clock) / share;
        System.out.printf(
                "CPU: brute force %.1f s%s, join %.1f s, ratio %.1f%n",
                brute, share < 1 ? " (scaled up)" : "", joined, brute / joined);
        for (int radius : new int[] {40, 56}) {
            System.out.printf(
                    "recall within %d bits: %.4f of %,d pairs; at exactly %d bits %.4f of %,d%n",
                    radius,
                    sum(foundOfShare, radius) / (double) sum(there, radius),
                    sum(there, radius),
                    radius,
                    foundOfShare[radius] / (double) there[radius],
                    there[radius]);
        }
        queries(signatures, templates, parameters, random);
        for (int bits : new int[] {128, 256}) {
            text(bits);
        }
    }

    private static void queries(
            Signatures signatures, Templates templates, ResemblanceParameters parameters, SplittableRandom random) {
        long[] clock = clock();
        var index = new HammingIndex(signatures, parameters);
        print("index", clock);
        queryRecall(signatures, index, random);
        ask("index made at once", signatures, templates, index, random);
        var grown = new Signatures(signatures.bits());
        index = new HammingIndex(grown, parameters);
        clock = clock();
        for (int i = 0; i < signatures.size(); i++) {
            index.add(signatures.get(i));
        }
        print("index grown one by one", clock);
        ask("index grown one by one", grown, templates, index, random);
    }

    private static void ask(
            String what, Signatures signatures, Templates templates, HammingIndex index, SplittableRandom random) {
        System.out.println(what);
        System.out.printf(
                "bytes a face: signatures %.1f, index %.1f%n",
                signatures.bytes() / (double) signatures.size(), index.bytes() / (double) signatures.size());
        var asked = new long[QUERIES][];
        for (int q = 0; q < QUERIES; q++) { // half of them known faces, half strangers
            asked[q] = q % 2 == 0 ? signatures.get(random.nextInt(signatures.size())) : templates.stranger();
        }
        for (int round = 0; round < 3; round++) {
            long[] nanos = new long[QUERIES];
            long near = 0;
            long[] clock = clock();
            for (int q = 0; q < QUERIES; q++) {
                long start = round < 2 ? System.nanoTime() : THREADS.getCurrentThreadCpuTime();
                near += index.query(asked[q]).size();
                nanos[q] = (round < 2 ? System.nanoTime() : THREADS.getCurrentThreadCpuTime()) - start;
            }
            double cpu = print("queries", clock);
            Arrays.sort(nanos);
            System.out.printf(
                    "one query: mean CPU %.0f us, %s p50 %.0f us, p99 %.0f us; %.2f near%n",
                    cpu / QUERIES * 1e6,
                    round < 2 ? "wall" : "CPU",
                    nanos[QUERIES / 2] / 1e3,
                    nanos[QUERIES * 99 / 100] / 1e3,
                    near / (double) QUERIES);
        }
    }

    /** Of known faces, against everybody; themselves left out. */
    private static void queryRecall(Signatures signatures, HammingIndex index, SplittableRandom random) {
        int[] there = new int[57];
        int[] found = new int[57];
        int truncated = 0;
        for (int q = 0; q < 4_000; q++) {
            int number = random.nextInt(signatures.size());
            long[] asked = signatures.get(number);
            for (int other = 0; other < signatures.size(); other++) {
                int distance = signatures.distance(other, asked);
                if (distance <= 56 && other != number) {
                    there[distance]++;
                }
            }
            Neighbours near = index.query(asked);
            truncated += near.truncated() ? 1 : 0;
            for (int i = 0; i < near.size(); i++) {
                found[near.distances()[i]] += near.numbers()[i] != number ? 1 : 0;
            }
        }
        for (int radius : new int[] {40, 56}) {
            int all = Arrays.stream(there, 0, radius + 1).sum();
            System.out.printf(
                    "query recall within %d bits: %.4f of %,d; %d of 4,000 truncated%n",
                    radius, Arrays.stream(found, 0, radius + 1).sum() / (double) all, all, truncated);
        }
    }

    private static void text(int bits) {
        for (int round = 0; round < 3; round++) {
            Signatures texts = Texts.of(bits, 20_000, round);
            long[] clock = clock();
            int pairs = NearPairs.join(texts, ResemblanceParameters.text(bits, bits / 16), 2, Progress.silent())
                    .size();
            System.out.printf(
                    "text, 20,000 of %d bits: CPU %.3f s, %,d pairs%n", bits, (cpuNanos() - clock[1]) / 1e9, pairs);
        }
    }

    private static Signatures shuffled(Signatures signatures, SplittableRandom random) {
        int[] order = new int[signatures.size()];
        for (int i = 0; i < order.length; i++) {
            int j = random.nextInt(i + 1);
            order[i] = order[j];
            order[j] = i;
        }
        var shuffled = new Signatures(signatures.bits());
        for (int number : order) {
            shuffled.add(signatures.get(number));
        }
        return shuffled;
    }

    private static long sum(long[] counts, int most) {
        return Arrays.stream(counts, 0, most + 1).sum();
    }

    private static long[] clock() {
        return new long[] {System.nanoTime(), cpuNanos()};
    }

    private static double print(String what, long[] since) {
        double cpu = (cpuNanos() - since[1]) / 1e9;
        System.out.printf("%s: wall %.1f s, CPU %.1f s%n", what, (System.nanoTime() - since[0]) / 1e9, cpu);
        return cpu;
    }

    private static long cpuNanos() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
    }
}
