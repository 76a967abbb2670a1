package io.ringsight.detect.explanation;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringsight.detect.evidence.PairsWithin;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class PairsWithinProperties {
    @Property(tries = 30)
    void weighsPairsAsTheDetectionDidAlsoAfterSightingsWereAwayForAWhile(
            @ForAll @IntRange(min = 10, max = 100) int accounts,
            @ForAll @IntRange(min = 5, max = 60) int values,
            @ForAll long seed) {
        Found found = Found.in(
                ExplanationProperties.population(accounts, values, seed).graph());
        Map<Long, Double> probability = new HashMap<>();
        var weighed = found.findings().pairs();
        for (int pair = 0; pair < weighed.size(); pair++) {
            probability.put((long) weighed.lower(pair) << 32 | weighed.upper(pair), weighed.probability(pair));
        }
        int[] members =
                IntStream.range(0, accounts).filter(rank -> rank % 3 != 1).toArray();
        var pairs = new PairsWithin(found.epoch(), members);
        assertSame(pairs, members, probability);
        for (int member = 0; member < members.length; member += 2) {
            pairs.keep(member, identifier -> identifier % 2 == 0);
        }
        pairs.update();
        for (int member = 0; member < members.length; member += 2) {
            pairs.keep(member, _ -> true);
        }
        pairs.update();
        assertSame(pairs, members, probability);
    }

    private static void assertSame(PairsWithin pairs, int[] members, Map<Long, Double> probability) {
        for (int pair = 0; pair < pairs.size(); pair++) {
            long key = (long) members[pairs.lower(pair)] << 32 | members[pairs.upper(pair)];
            assertThat(pairs.probability(pair)).isEqualTo(probability.get(key));
        }
    }
}
