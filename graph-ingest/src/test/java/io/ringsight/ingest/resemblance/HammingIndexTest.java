package io.ringsight.ingest.resemblance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

class HammingIndexTest {
    private static final ResemblanceParameters FACES = ResemblanceParameters.faces();

    @Test
    void findsWhatIsNearAsOftenAsItPromises() {
        var templates = new Templates(32, 1).strangers(20_000);
        var index = new HammingIndex(templates.signatures, FACES);
        assertThat(recall(templates, index, 40)).isGreaterThan(0.99);
        assertThat(recall(templates, index, 56)).isGreaterThan(0.90);
    }

    @Test
    void findsAsMuchWhenItGrewOneByOne() {
        var all = new Templates(32, 2);
        var index = new HammingIndex(all.signatures, FACES);
        for (int i = 0; i < 20_000; i++) {
            assertThat(index.add(all.stranger())).isEqualTo(i);
        }
        assertThat(recall(all, index, 40)).isGreaterThan(0.99);
        assertThat(recall(all, index, 56)).isGreaterThan(0.90);
    }

    @Test
    void findsTheNewestAtOnce() {
        var templates = new Templates(32, 3).strangers(10);
        var index = new HammingIndex(templates.signatures, FACES);
        long[] stranger = templates.stranger();
        int number = index.add(stranger);
        assertThat(index.query(stranger).numbers()).startsWith(number);
        assertThat(index.query(stranger).distances()).startsWith(0);
    }

    @Test
    void saysNothingThatIsNotSo() {
        var templates = new Templates(12, 4).strangers(30_000); // few dimensions: many are near by chance
        var index = new HammingIndex(templates.signatures, FACES);
        for (int q = 0; q < 200; q++) {
            long[] signature = templates.stranger();
            Neighbours near = index.query(signature);
            int[] within = IntStream.range(0, templates.signatures.size())
                    .filter(i -> templates.signatures.distance(i, signature) <= FACES.radius())
                    .toArray();
            assertThat(within).contains(near.numbers());
            assertThat(near.numbers()).doesNotHaveDuplicates();
            for (int i = 0; i < near.size(); i++) {
                assertThat(near.distances()[i]).isEqualTo(templates.signatures.distance(near.numbers()[i], signature));
            }
            assertThat(near.distances()).isSorted();
        }
    }

    @Test
    void boundsItsWorkWhenThousandsAreAlike() {
        Assertions.assertTimeout(Duration.ofSeconds(60), () -> {
            var templates = new Templates(32, 5).strangers(1);
            var index = new HammingIndex(templates.signatures, FACES);
            for (int i = 0; i < 50_000; i++) {
                index.add(templates.near(0, i % 5));
            }
            Neighbours near = index.query(templates.signatures.get(0));
            assertThat(near.truncated()).isTrue();
            assertThat(near.size()).isPositive();
        });
    }

    @Test
    void staysBelowEightHundredBytesASignature() {
        for (int size : List.of(100_000, 262_144)) {
            var templates = new Templates(4, 6).strangers(size);
            var index = new HammingIndex(templates.signatures, FACES);
            assertThat((index.bytes() + templates.signatures.bytes()) / (double) size)
                    .isLessThan(800);
        }
    }

    @Test
    void refusesSignaturesOfAnotherLength() {
        var index = new HammingIndex(new Signatures(256), FACES);
        assertThatThrownBy(() -> index.query(new long[3])).hasMessage("A signature has 256 bits, not 192.");
        assertThatThrownBy(() -> index.add(new long[5])).hasMessageContaining("320");
    }

    private static double recall(Templates templates, HammingIndex index, int bits) {
        int found = 0;
        int queries = 2_000;
        for (int q = 0; q < queries; q++) {
            int number = q * 7 % templates.signatures.size();
            int wanted = number;
            found += Arrays.stream(index.query(templates.near(number, bits)).numbers())
                            .anyMatch(n -> n == wanted)
                    ? 1
                    : 0;
        }
        return found / (double) queries;
    }
}
