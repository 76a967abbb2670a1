package io.ringsight.detect.explanation;

import io.ringsight.detect.Population;
import io.ringsight.detect.ring.Ring;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** How long the profile of one large ring takes: {@code main} with the number of its members; each round again. */
public final class LargeRingBenchmark {
    private LargeRingBenchmark() {}

    public static void main(String[] arguments) {
        int size = Integer.parseInt(arguments[0]);
        Found found = Found.in(ring(size).graph());
        List<String> members =
                IntStream.range(0, size).mapToObj("F%05d"::formatted).toList();
        var largest =
                new Ring("R-1", members, 0.99, 0, 1, List.of(), Double.NaN); // larger than clustering would leave it
        RingExplainer explainer = found.explainer();
        for (int round = 0; round < 5; round++) {
            long started = System.nanoTime();
            RingProfile profile = explainer.profile(largest, found.detection().links(), List.of());
            System.out.printf(
                    "%d members, %d links, %d of %d things cited, necessary %s, sufficient %s, left out %s %s: %.0f ms%n",
                    largest.size(),
                    profile.structure().links().size(),
                    profile.explanation().cited().size(),
                    profile.explanation().things(),
                    profile.explanation().isNecessary(),
                    profile.explanation().isSufficient(),
                    profile.structure().truncated(),
                    profile.explanation().truncated(),
                    (System.nanoTime() - started) / 1e6);
        }
    }

    /** Every three use one document, every five one account to be paid into, all one device, among strangers. */
    private static Population ring(int size) {
        var random = new Random(3);
        var population = new Population();
        for (int i = 0; i < size; i++) {
            population.account(
                    "F%05d".formatted(i),
                    i * 30 / size,
                    "device:farm" + i / 40,
                    "document:forged" + i / 3,
                    "payment:mule" + random.nextInt(Math.max(1, size / 5)),
                    "email:f" + i,
                    "phone:f" + i);
        }
        for (int i = 0; i < 2_000; i++) {
            population.account("T" + i, i % 300, "email:t" + i, "device:t" + i, "document:t" + i, "payment:t" + i);
        }
        return population;
    }
}
