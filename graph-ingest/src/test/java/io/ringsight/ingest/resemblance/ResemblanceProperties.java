package io.ringsight.ingest.resemblance;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringsight.ingest.progress.Progress;
import java.util.HashSet;
import java.util.Set;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class ResemblanceProperties {
    @Property(tries = 100)
    void joinReportsOnlyPairsWithinTheRadiusEachOnceAndTheSameOnAnyThreads(
            @ForAll @IntRange(max = 300) int size,
            @ForAll @IntRange(min = 1, max = 5) int words,
            @ForAll @IntRange(max = 16) int radius,
            @ForAll long seed) {
        Signatures signatures = crowded(size, words, seed);
        var parameters = new ResemblanceParameters(radius, 0.9, 10, seed);
        NearPairs.Pairs pairs = NearPairs.join(signatures, parameters, 1, Progress.silent());
        Set<Long> seen = new HashSet<>();
        for (int i = 0; i < pairs.size(); i++) {
            assertThat(pairs.a()[i]).isLessThan(pairs.b()[i]);
            assertThat(pairs.distance()[i])
                    .isEqualTo(signatures.distance(pairs.a()[i], pairs.b()[i]))
                    .isLessThanOrEqualTo(radius);
            assertThat(seen.add(Partners.pair(pairs.a()[i], pairs.b()[i]))).isTrue();
        }
        NearPairs.Pairs again = NearPairs.join(signatures, parameters, 3, Progress.silent());
        assertThat(again.a()).isEqualTo(pairs.a());
        assertThat(again.b()).isEqualTo(pairs.b());
    }

    @Property(tries = 20)
    void indexReportsOnlyWhatIsWithinTheRadiusEachOnce(
            @ForAll @IntRange(min = 4_000, max = 9_000) int size,
            @ForAll @IntRange(min = 1, max = 5) int words,
            @ForAll @IntRange(max = 16) int radius,
            @ForAll long seed) {
        Signatures signatures = crowded(size, words, seed);
        var index = new HammingIndex(signatures, new ResemblanceParameters(radius, 0.9, 10, seed));
        long[] asked = signatures.get(size / 2);
        Neighbours near = index.query(asked);
        assertThat(near.numbers()).contains(size / 2).doesNotHaveDuplicates();
        for (int i = 0; i < near.size(); i++) {
            assertThat(near.distances()[i])
                    .isEqualTo(signatures.distance(near.numbers()[i], asked))
                    .isLessThanOrEqualTo(radius);
        }
    }

    @Property(tries = 100)
    void differingBitsAddUpToOne(@ForAll @IntRange(max = 256) int differing, @ForAll @IntRange(max = 64) int drawn) {
        assertThat(new DifferingBits(256, differing).atMost(drawn, drawn)).isBetween(1 - 1e-9, 1 + 1e-9);
    }

    /** A third random, the others a few bits from one before. */
    private static Signatures crowded(int size, int words, long seed) {
        var random = new SplittableRandom(seed);
        var signatures = new Signatures(words * Long.SIZE);
        for (int i = 0; i < size; i++) {
            long[] signature = i % 3 == 0 ? random.longs(words).toArray() : signatures.get(random.nextInt(i));
            for (int flips = random.nextInt(12); i % 3 != 0 && flips > 0; flips--) {
                signature[random.nextInt(words)] ^= 1L << random.nextInt(Long.SIZE);
            }
            signatures.add(signature);
        }
        return signatures;
    }
}
