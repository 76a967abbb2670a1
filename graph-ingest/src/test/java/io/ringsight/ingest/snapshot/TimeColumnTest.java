package io.ringsight.ingest.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class TimeColumnTest {
    private static final long MOST = (1L << 40) - 1;

    @Property
    void keepsTimes(@ForAll @Size(max = 50) long[] times) {
        assertThat(kept(TimeColumn.of(times))).isEqualTo(times);
        assertThat(TimeColumn.of(times).newest())
                .isEqualTo(Arrays.stream(times).max().orElse(Long.MIN_VALUE));
    }

    @Property
    void keepsThoseOfADecadeInFiveBytes(
            @ForAll long @Size(min = 1, max = 50) [] seeds,
            @ForAll @LongRange(min = -4_000_000_000_000L, max = 4_000_000_000_000L) long from) {
        long[] times = Arrays.stream(seeds)
                .map(seed -> from + Math.floorMod(seed, MOST + 1))
                .toArray();
        TimeColumn column = TimeColumn.of(times);
        assertThat(kept(column)).isEqualTo(times);
        assertThat(column.bytes()).isEqualTo(5);
    }

    @Test
    void theEdges() {
        long[] narrow = {-5, -5 + MOST};
        long[] wide = {-5, -5 + MOST + 1};
        assertThat(TimeColumn.of(narrow).bytes()).isEqualTo(5);
        assertThat(TimeColumn.of(wide).bytes()).isEqualTo(8);
        assertThat(kept(TimeColumn.of(narrow))).isEqualTo(narrow);
        assertThat(kept(TimeColumn.of(wide))).isEqualTo(wide);
        assertThat(TimeColumn.of(narrow).sameAs(TimeColumn.of(narrow.clone()))).isTrue();
        assertThat(TimeColumn.of(narrow).sameAs(TimeColumn.of(wide))).isFalse();
    }

    private static long[] kept(TimeColumn column) {
        return IntStream.range(0, column.size()).mapToLong(column::get).toArray();
    }
}
