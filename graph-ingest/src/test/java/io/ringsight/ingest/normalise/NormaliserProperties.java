package io.ringsight.ingest.normalise;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringsight.ingest.record.IdentifierKind;
import io.ringsight.ingest.record.IdentifierType;
import io.ringsight.ingest.record.IdentifierTypes;
import io.ringsight.ingest.record.Quality;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class NormaliserProperties {
    private static final IdentifierTypes TYPES = IdentifierTypes.builtIn()
            .with(List.of(
                    new IdentifierType("badge", IdentifierKind.SERIAL),
                    new IdentifierType("employer", IdentifierKind.TEXT),
                    new IdentifierType("loyalty_card", IdentifierKind.EXACT)));
    private static final Normalisers NORMALISERS = new Normalisers(TYPES);

    /** Of what is implausible nothing is promised: too short a value may look better once it is written out. */
    @Property(tries = 3000)
    void aVerifiedNormalFormIsItsOwnNormalForm(
            @ForAll("types") IdentifierType type,
            @ForAll("values") String raw,
            @ForAll("countries") Optional<String> country) {
        if (NORMALISERS.normalise(type, raw, country) instanceof Outcome.NormalForm once) {
            assertThat(once.value()).isNotBlank();
            if (once.quality() == Quality.VERIFIED) {
                assertThat(NORMALISERS.normalise(type, once.value(), country)).isEqualTo(once);
            }
        }
    }

    @Property(tries = 500)
    void aMaskedNumberIsNeverAnotherNumber(@ForAll("ascii") String number) {
        for (String type : List.of("tax_id", "document")) {
            String plain = type.equals("document") ? "passport:GB:" + number : number;
            var masked = NORMALISERS.normalise(TYPES.find(type).orElseThrow(), plain + "*", Optional.of("GB"));
            assertThat(masked)
                    .isNotEqualTo(NORMALISERS.normalise(TYPES.find(type).orElseThrow(), plain, Optional.of("GB")));
        }
    }

    @Property(tries = 500)
    void caseAndSpacingOfAnAddressDoNotCount(@ForAll("ascii") String address) {
        IdentifierType type = TYPES.find("address").orElseThrow();
        String shouted = "  " + address.toUpperCase(java.util.Locale.ROOT).replace(" ", " , ") + ".";
        assertThat(FoldedText.of(shouted)).isEqualTo(FoldedText.of(address));
        assertThat(NORMALISERS.normalise(type, shouted + "x", Optional.empty()))
                .isEqualTo(NORMALISERS.normalise(type, shouted + "X", Optional.empty()));
    }

    @Provide
    Arbitrary<IdentifierType> types() {
        return Arbitraries.of(TYPES.all());
    }

    @Provide
    Arbitrary<Optional<String>> countries() {
        return Arbitraries.of("", "US", "BR", "ES", "GB", "DE")
                .map(code -> code.isEmpty() ? Optional.empty() : Optional.of(code));
    }

    @Provide
    Arbitrary<String> ascii() {
        return Arbitraries.strings().withChars("abcXYZ 019").ofMinLength(1).ofMaxLength(30);
    }

    /** Arbitrary text, and text near enough to real values to get past the first checks. */
    @Provide
    Arbitrary<String> values() {
        Arbitrary<String> any = Arbitraries.strings().ofMinLength(1).ofMaxLength(40);
        Arbitrary<String> latin = Arbitraries.strings()
                .withCharRange(' ', '\u024f')
                .ofMinLength(1)
                .ofMaxLength(40);
        Arbitrary<String> seeds = Arbitraries.of(
                "+55 11 98765-4321",
                "331-692-1691",
                "0044 20 7946 0958",
                "Maria.Silva+x@gmail.com",
                "a..b@x.org",
                "info@BÜCHER.de",
                "12 High St, Leeds",
                "улица Ленина 5",
                "東京都千代田区1-1",
                "203.0.113.7",
                "2001:db8::1",
                "fe80::1%eth0",
                "iban:GB82WEST12345698765432",
                "4111 1111 1111 1111",
                "passport:BR:FX123456",
                "passport:UT:D23145890<7",
                "dni:ES:12345678Z",
                "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed",
                "861-43-3341",
                "52998224725",
                "ＡＢＣ１２３",
                "ﬁ ß İ ı ſ");
        Arbitrary<String> near = seeds.flatMap(seed -> Arbitraries.integers()
                .between(0, seed.length() - 1)
                .flatMap(at -> Arbitraries.of("", " ", "0", "x", "É", "-", "+", ":", "\u0301", "ß")
                        .map(insert -> seed.substring(0, at) + insert + seed.substring(at))));
        Arbitrary<String> hex =
                Arbitraries.strings().withChars("0123456789abcdefABCDEF").ofLength(64);
        return Arbitraries.oneOf(any, latin, near, hex).filter(text -> !text.isBlank());
    }
}
