package io.ringsight.ingest.simulate;

import com.sun.management.OperatingSystemMXBean;
import io.ringsight.ingest.record.IdentifierTypes;
import io.ringsight.ingest.record.Token;
import io.ringsight.ingest.snapshot.IdentityGraph;
import io.ringsight.ingest.snapshot.IdentityGraphBuilder;
import io.ringsight.ingest.snapshot.SnapshotMemory;
import java.lang.management.ManagementFactory;
import java.lang.ref.Reference;
import java.util.Locale;
import java.util.SplittableRandom;

/** Builds a large snapshot and weighs it: {@code ./ringsight benchmark snapshot}. */
public final class SnapshotBenchmark {
    private static final int SIGHTINGS_EACH = 5;
    private static final int[] TYPES = {1, 4, 3, 0, 6}; // document, email, phone, device, ip
    private static final double[] OWN = {0.97, 0.95, 0.88, 0.60, 0.10}; // share of sightings of something new

    /**
     * What was measured.
     *
     * @param buildCpuSeconds of the whole process, collector included
     * @param graphBytes used heap with the graph less used heap without it, each after collection
     */
    public record Report(
            int accounts,
            int identifiers,
            int sightings,
            double buildSeconds,
            double buildCpuSeconds,
            SnapshotMemory memory,
            long graphBytes) {

        /** For people. */
        public String table() {
            var text = new StringBuilder("%,d accounts, %,d identifiers, %,d sightings%nbuilt in %.1f s, %.1f CPU-s%n"
                    .formatted(accounts, identifiers, sightings, buildSeconds, buildCpuSeconds));
            for (SnapshotMemory.Item item : memory.arrays()) {
                text.append(String.format(
                        Locale.ROOT,
                        "%-26s %-7s %,12d %8.1f MB%n",
                        item.meaning(),
                        item.type() + "[]",
                        item.length(),
                        item.bytes() / 1e6));
            }
            return text.append(String.format(
                            Locale.ROOT,
                            "%-26s %-7s %12s %8.1f MB%n%-26s %-7s %12s %8.1f MB%n",
                            "arrays together",
                            "",
                            "",
                            memory.bytes() / 1e6,
                            "measured heap",
                            "",
                            "",
                            graphBytes / 1e6))
                    .toString();
        }
    }

    private SnapshotBenchmark() {}

    /** Takes up to a minute and, for a million accounts, 1.5 GB of heap. */
    public static Report run(int accounts, long seed) {
        long before = usedHeap();
        long wall = System.nanoTime();
        long cpu = cpuNanos();
        IdentityGraph graph = graph(accounts, seed);
        double seconds = (System.nanoTime() - wall) / 1e9;
        double cpuSeconds = (cpuNanos() - cpu) / 1e9;
        long bytes = usedHeap() - before;
        var report = new Report(
                graph.accountCount(),
                graph.identifierCount(),
                graph.sightingCount(),
                seconds,
                cpuSeconds,
                graph.memory(),
                bytes);
        Reference.reachabilityFence(graph);
        return report;
    }

    /**
     * Accounts with ids of 16 characters and five sightings each: documents and e-mails that are nearly always their own,
     * shared devices, and networks among which a few are used by tens of thousands.
     */
    public static IdentityGraph graph(int accounts, long seed) {
        var random = new SplittableRandom(seed);
        var builder = new IdentityGraphBuilder(IdentifierTypes.builtIn());
        var earlier = new Token[TYPES.length][1 << 12];
        int[] drawn = new int[TYPES.length];
        long start = SimulationParameters.START.toEpochMilli();
        for (int i = 0; i < accounts; i++) {
            long at = start + random.nextLong(180 * SimulationParameters.DAY);
            int account = builder.account(AccountIds.of(seed, i), at, at, random.nextInt(100_000) / 100.0);
            for (int t = 0; t < SIGHTINGS_EACH; t++) {
                Token token;
                if (drawn[t] == 0 || random.nextDouble() < OWN[t]) {
                    token = new Token(random.nextLong(), random.nextLong());
                    earlier[t][drawn[t]++ % earlier[t].length] = token;
                } else {
                    double u = random.nextDouble(); // the first ones far more often
                    int known = Math.min(drawn[t], earlier[t].length);
                    token = earlier[t][TYPES[t] == 6 ? (int) (u * u * u * known) : (int) (u * known)];
                }
                builder.sighting(account, TYPES[t], token, at + random.nextInt(86_400_000), at);
            }
        }
        return builder.build();
    }

    private static long usedHeap() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    private static long cpuNanos() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
    }

    /** {@code [accounts [seed]]}. */
    public static void main(String[] arguments) {
        int accounts = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000_000;
        long seed = arguments.length > 1 ? Long.parseLong(arguments[1]) : 1;
        System.out.print(run(accounts, seed).table());
    }
}
