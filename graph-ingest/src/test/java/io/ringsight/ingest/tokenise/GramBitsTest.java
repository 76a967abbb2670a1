package io.ringsight.ingest.tokenise;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringsight.ingest.normalise.Grams;
import io.ringsight.ingest.normalise.Likeness;
import io.ringsight.ingest.record.AccountAttribute;
import io.ringsight.ingest.record.IdentifierTypes;
import java.util.BitSet;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GramBitsTest {
    private static final int BITS = AccountAttribute.SIGNATURE_BITS;
    private static final IdentifierTypes TYPES = IdentifierTypes.builtIn();
    private static final Tokens TOKENS = new Tokens(TYPES, KeySets.ephemeral(TYPES));

    @ParameterizedTest
    @ValueSource(strings = {"jo", "maria", "maria aparecida", "ana beatriz de souza albuquerque cavalcanti filho"})
    void setsAboutAThirdOfTheBitsWhateverTheLength(String name) {
        assertThat(bits(Likeness.ofName(name), BITS).cardinality()).isBetween(28, 54);
    }

    @ParameterizedTest
    @CsvSource({"maria,mariah,20", "silva,sliva,30", "gonzalez,gonzales,16", "aparecida,aparecido,16"})
    void isNearWhereNamesAre(String one, String other, int most) {
        int distance = distance(Likeness.ofName(one), Likeness.ofName(other));
        assertThat(distance).isLessThanOrEqualTo(most);
    }

    @ParameterizedTest
    @CsvSource({"1988-04-12,1988-04-13,20", "1988-04-12,1989-04-12,8", "1988-04-12,1988-12-04,30"})
    void isNearWhereDatesAreOneSlipApart(String one, String other, int most) {
        int distance = distance(Likeness.ofDate(one), Likeness.ofDate(other));
        assertThat(distance).isLessThanOrEqualTo(most);
    }

    @Test
    void isFarWhereDatesAreOthers() {
        assertThat(distance(Likeness.ofDate("1988-04-12"), Likeness.ofDate("1973-11-25")))
                .isGreaterThan(40);
    }

    @Test
    void doesNotFillUpWithLongTexts() {
        Grams one = Likeness.ofName(text(1));
        Grams other = Likeness.ofName(text(2));
        assertThat(bits(one, BITS).cardinality()).isLessThan(54);
        assertThat(distance(one, other)).isGreaterThan(15);
    }

    @Test
    void theScrambledAreAsFarApartAsThePlain() {
        for (String name : new String[] {"maria", "mario", "marta", "joana", "x"}) {
            Grams one = Likeness.ofName(name);
            Grams other = Likeness.ofName("mariana");
            var a = BitSet.valueOf(
                    TOKENS.signature(KeySets.SURNAME, one).orElseThrow().array());
            a.xor(BitSet.valueOf(
                    TOKENS.signature(KeySets.SURNAME, other).orElseThrow().array()));
            assertThat(a.cardinality()).isEqualTo(distance(one, other));
        }
    }

    private static String text(int seed) {
        var random = new SplittableRandom(seed);
        var text = new StringBuilder();
        for (int i = 0; i < 600; i++) {
            text.append((char) ('a' + random.nextInt(26)));
        }
        return text.toString();
    }

    private static int distance(Grams one, Grams other) {
        BitSet difference = bits(one, BITS);
        difference.xor(bits(other, BITS));
        return difference.cardinality();
    }

    private static BitSet bits(Grams grams, int bits) {
        return BitSet.valueOf(GramBits.of(grams, bits));
    }
}
