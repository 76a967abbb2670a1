package io.ringsight.ingest.resemblance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ringsight.ingest.progress.Progress;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

class NearPairsTest {
    private static final ResemblanceParameters FACES = ResemblanceParameters.faces();

    @Test
    void findsNearlyAllPairsThatBruteForceFindsAndNoOthers() {
        var templates = new Templates(14, 1).strangers(6_000); // few dimensions: many pairs at every distance
        NearPairs.Pairs pairs = NearPairs.join(templates.signatures, withPartners(1_000), 2, Progress.silent());
        int[] there = new int[257];
        int all = 0;
        for (int a = 0; a < 6_000; a++) {
            for (int b = a + 1; b < 6_000; b++) {
                int distance = templates.signatures.distance(a, b);
                there[distance]++;
                all += distance <= 56 ? 1 : 0;
            }
        }
        assertThat(all).isGreaterThan(1_000);
        int[] found = new int[257];
        for (int i = 0; i < pairs.size(); i++) {
            assertThat(pairs.distance()[i])
                    .isEqualTo(templates.signatures.distance(pairs.a()[i], pairs.b()[i]))
                    .isLessThanOrEqualTo(56);
            found[pairs.distance()[i]]++;
        }
        assertThat(sum(found, 40)).isGreaterThanOrEqualTo((int) (0.99 * sum(there, 40)));
        assertThat(sum(found, 56)).isGreaterThan((int) (0.9 * sum(there, 56)));
        assertThat(keys(pairs)).hasSize(pairs.size());
    }

    @Test
    void doesNotDependOnTheNumberOfThreads() {
        var templates = new Templates(10, 2).strangers(3_000);
        NearPairs.Pairs one = NearPairs.join(templates.signatures, withPartners(3), 1, Progress.silent());
        NearPairs.Pairs four = NearPairs.join(templates.signatures, withPartners(3), 4, Progress.silent());
        assertThat(four.a()).isEqualTo(one.a());
        assertThat(four.b()).isEqualTo(one.b());
    }

    @Test
    void givesNobodyMorePartnersThanAllowed() {
        Assertions.assertTimeout(Duration.ofSeconds(60), () -> {
            var templates = new Templates(32, 3).strangers(1);
            for (int i = 0; i < 30_000; i++) {
                templates.signatures.add(templates.near(0, i % 6));
            }
            NearPairs.Pairs pairs = NearPairs.join(templates.signatures, FACES, 2, Progress.silent());
            int[] partners = new int[templates.signatures.size()];
            for (int i = 0; i < pairs.size(); i++) {
                partners[pairs.a()[i]]++;
                partners[pairs.b()[i]]++;
            }
            for (int count : partners) {
                assertThat(count).isLessThanOrEqualTo(FACES.partners());
            }
            assertThat(pairs.size()).isGreaterThan(30_000); // a crowd still hangs together
        });
    }

    @Test
    void takesAnyNumberOfSignatures() {
        for (int size : new int[] {0, 1, 2, 17}) {
            var templates = new Templates(1, 4).strangers(size); // one dimension: equal or opposite
            NearPairs.Pairs pairs = NearPairs.join(templates.signatures, FACES, 1, Progress.silent());
            int expected = 0;
            for (int a = 0; a < size; a++) {
                for (int b = a + 1; b < size; b++) {
                    expected += templates.signatures.distance(a, b) == 0 ? 1 : 0;
                }
            }
            assertThat(pairs.size()).isEqualTo(expected);
        }
    }

    @Test
    void isNotOverrunByAHundredThousandThatAreEqual() {
        Assertions.assertTimeout(Duration.ofSeconds(60), () -> {
            for (int words : new int[] {2, 4}) {
                var signatures = new Signatures(words * Long.SIZE); // all-zero
                for (int i = 0; i < 100_000; i++) {
                    signatures.add(new long[words]);
                }
                var text = ResemblanceParameters.text(words * Long.SIZE, 6);
                NearPairs.Pairs pairs = NearPairs.join(signatures, text, 2, Progress.silent());
                assertThat(pairs.size()).isBetween(100_000, 100_000 * text.partners() / 2);
                assertThat(Arrays.stream(pairs.distance()).sum()).isZero();
            }
        });
    }

    @Test
    void isNotOverrunByAHundredThousandThatAreJustNotNear() {
        Assertions.assertTimeout(Duration.ofSeconds(60), () -> {
            var signatures = new Signatures(256); // keys crowd, distances are about 20
            var random = new SplittableRandom(7);
            for (int i = 0; i < 100_000; i++) {
                long[] signature = new long[4];
                for (int bit = 0; bit < 10; bit++) {
                    signature[random.nextInt(4)] |= 1L << random.nextInt(64);
                }
                signatures.add(signature);
            }
            NearPairs.Pairs pairs =
                    NearPairs.join(signatures, ResemblanceParameters.text(256, 6), 2, Progress.silent());
            for (int i = 0; i < pairs.size(); i++) {
                assertThat(pairs.distance()[i]).isLessThanOrEqualTo(6);
            }
        });
    }

    @Test
    void findsTextThatDiffersInALetter() {
        for (int bits : new int[] {128, 256}) {
            Signatures texts = Texts.of(bits, 5_000, 8);
            NearPairs.Pairs pairs = NearPairs.join(texts, ResemblanceParameters.text(bits, 8), 2, Progress.silent());
            int there = 0;
            for (int a = 0; a < texts.size(); a++) {
                for (int b = a + 1; b < texts.size(); b++) {
                    there += texts.distance(a, b) <= 8 ? 1 : 0;
                }
            }
            assertThat(there).isGreaterThan(100);
            assertThat(pairs.size()).isBetween((int) (0.98 * there), there);
        }
    }

    @Test
    void refusesARadiusThatNothingIsBeyond() {
        var signatures = new Signatures(64);
        var parameters = new ResemblanceParameters(64, 0.9, 10, 0);
        assertThatThrownBy(() -> NearPairs.join(signatures, parameters, 1, Progress.silent()))
                .hasMessageContaining("Maybe the radius is too large");
    }

    private static ResemblanceParameters withPartners(int partners) {
        return new ResemblanceParameters(FACES.radius(), FACES.recall(), partners, FACES.seed());
    }

    private static int sum(int[] counts, int most) {
        int sum = 0;
        for (int i = 0; i <= most; i++) {
            sum += counts[i];
        }
        return sum;
    }

    private static Set<Long> keys(NearPairs.Pairs pairs) {
        Set<Long> keys = new HashSet<>();
        for (int i = 0; i < pairs.size(); i++) {
            keys.add(Partners.pair(pairs.a()[i], pairs.b()[i]));
        }
        return keys;
    }
}
