package io.ringsight.ingest.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

class PermutationProperties {
    @Property(tries = 50)
    void givesEveryNumberOnce(@ForAll @IntRange(min = 1, max = 3_000) int size, @ForAll long key) {
        var permutation = new Permutation(size, key);
        assertThat(LongStream.range(0, size).map(permutation::of).distinct().filter(n -> n >= 0 && n < size))
                .hasSize(size);
    }

    @Property(tries = 100)
    void staysInRange(@ForAll @LongRange(min = 0, max = 9_999_999_999L) long number, @ForAll long key) {
        assertThat(new Permutation(10_000_000_000L, key).of(number)).isBetween(0L, 9_999_999_999L);
    }
}
