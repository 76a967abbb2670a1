package io.ringsight.detect.incremental;

import io.ringsight.detect.cluster.LeidenParameters;
import io.ringsight.detect.lineage.Causes;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * What it takes until rings follow an account that comes with its links, evidence being there: {@code main ACCOUNTS LARGEST}. Components have 2 to
 * {@code LARGEST} accounts, an account three links on average; a newcomer has one to four, in one component or in two that have no more together, and
 * goes again, so that components stay as they are.
 */
public final class LiveRingsBenchmark {
    private static final int CALLS = 20_000;

    private LiveRingsBenchmark() {}

    public static void main(String[] arguments) {
        int accounts = Integer.parseInt(arguments[0]);
        int largest = Integer.parseInt(arguments[1]);
        var random = new Random(1);
        var live = new LiveRings(0.5, LeidenParameters.rings(), 0);
        List<int[]> components = new ArrayList<>();
        long begin = System.nanoTime();
        for (int first = 0; first < accounts; ) {
            int size = Math.min(accounts - first, 2 + (int) ((largest - 1) * Math.pow(random.nextDouble(), 4)));
            List<LinkChange> links = new ArrayList<>();
            for (int i = 1; i < size; i++) {
                for (int link = 0; link < 1 + random.nextInt(5); link++) {
                    links.add(link(first + i, first + random.nextInt(i), random));
                }
            }
            live.change(links, Causes.unknown(), 1);
            components.add(new int[] {first, size});
            first += size;
        }
        System.out.printf(
                Locale.ROOT,
                "%d accounts in %d components: %.1f s%n",
                accounts,
                components.size(),
                (System.nanoTime() - begin) / 1e9);
        double[] wall = new double[CALLS];
        double[] cpu = new double[CALLS];
        for (int call = -5_000; call < CALLS; call++) {
            List<LinkChange> links = new ArrayList<>();
            int wanted = 1 + random.nextInt(2);
            for (int component = 0, size = 0; component < wanted; component++) {
                int[] into = components.get(random.nextInt(components.size()));
                size += into[1];
                for (int link = 0; size < largest && link < 1 + random.nextInt(2); link++) {
                    links.add(link(accounts + 10_000 + call, into[0] + random.nextInt(into[1]), random));
                }
            }
            long start = System.nanoTime();
            long used = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            live.change(links, Causes.unknown(), 2);
            if (call >= 0) {
                wall[call] = (System.nanoTime() - start) / 1e3;
                cpu[call] = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - used) / 1e3;
            }
            links.replaceAll(link -> new LinkChange(link.accountA(), link.accountB(), 0));
            live.change(links, Causes.unknown(), 2);
        }
        System.out.println("us: " + quantiles(wall) + "; CPU of its thread: " + quantiles(cpu));
    }

    private static LinkChange link(int one, int other, Random random) {
        return new LinkChange("account-" + one, "account-" + other, 0.5 + 0.5 * random.nextDouble());
    }

    private static String quantiles(double[] micros) {
        Arrays.sort(micros);
        return String.format(
                Locale.ROOT,
                "p50 %.0f, p99 %.0f, p99.9 %.0f, most %.0f",
                micros[micros.length / 2],
                micros[micros.length * 99 / 100],
                micros[micros.length * 999 / 1000],
                micros[micros.length - 1]);
    }
}
