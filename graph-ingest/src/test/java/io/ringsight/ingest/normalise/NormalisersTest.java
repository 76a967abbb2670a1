package io.ringsight.ingest.normalise;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringsight.ingest.normalise.Outcome.NormalForm;
import io.ringsight.ingest.normalise.Outcome.Unusable;
import io.ringsight.ingest.record.IdentifierKind;
import io.ringsight.ingest.record.IdentifierType;
import io.ringsight.ingest.record.IdentifierTypes;
import io.ringsight.ingest.record.Quality;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NormalisersTest {
    private static final IdentifierTypes TYPES =
            IdentifierTypes.builtIn().with(List.of(new IdentifierType("loyalty_card", IdentifierKind.EXACT)));
    private static final Normalisers NORMALISERS = new Normalisers(TYPES);

    private static Outcome normalise(String type, String raw, String country) {
        return NORMALISERS.normalise(
                TYPES.find(type).orElseThrow(), raw, Optional.of(country).filter(code -> !code.isEmpty()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            phone    | BR | +55 11 98765-4321                    | +5511987654321
            phone    | BR | (11) 98765-4321                      | +5511987654321
            phone    | GB | +5511987654321                       | +5511987654321
            phone    | -  | 0044 20 7946 0958                    | +442079460958
            email    | -  | Maria.Silva+x@gmail.com              | mariasilva@gmail.com
            email    | -  | MariaSilva@GoogleMail.com            | mariasilva@gmail.com
            email    | -  | Maria.Silva+x@outlook.com            | maria.silva@outlook.com
            email    | -  | Maria.Silva+x@corp.example           | maria.silva+x@corp.example
            email    | -  | info@BÜCHER.de                       | info@xn--bcher-kva.de
            address  | -  | 12 High St, Leeds                    | 12 high street leeds
            address  | -  | 12  HIGH STREET ; leeds              | 12 high street leeds
            address  | -  | Rua São João, 5                      | rua sao joao 5
            address  | -  | улица Ленина 5                       | ulica lenina 5
            ip       | -  | 203.0.113.7                          | 203.0.113.7
            ip       | -  | 2001:DB8:0:1:aaaa:bbbb:cccc:dddd     | 2001:db8:0:1::/64
            ip       | -  | ::ffff:203.0.113.7                   | 203.0.113.7
            payment  | -  | iban:GB82 WEST 1234 5698 7654 32     | iban:GB82WEST12345698765432
            payment  | -  | gb82west12345698765432               | iban:GB82WEST12345698765432
            payment  | -  | 4111-1111-1111-1111                  | card:4111111111111111
            document | -  | Passport:br:fx 123456                | passport:BR:FX123456
            document | ES | dni:12345678Z                        | dni:ES:12345678Z
            tax_id   | US | 861-43-3341                          | 861433341
            tax_id   | BR | 529.982.247-25                       | 52998224725
            wallet   | -  | 0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed | 0x5aaeb6053f3e94c9b9a09f33669435e7ef1beaed
            wallet   | -  | 1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa   | 1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa
            wallet   | -  | BC1QW508D6QEJXTDG4Y5R3ZARVARY0C5XW7KV8F3T4 | bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4
            device   | -  | DV-9f3c                              | DV-9f3c
            device   | -  | 6D92078A-8246-4BA4-AE5B-76104861E7DC | 6d92078a-8246-4ba4-ae5b-76104861e7dc
            loyalty_card | - | L-77 x                            | L-77 x
            """)
    void makesOneFormOfWhatIsWrittenDifferently(String type, String country, String raw, String expected) {
        assertThat(normalise(type, raw, country == null ? "" : country))
                .isEqualTo(new NormalForm(expected, Quality.VERIFIED));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            phone    | US | +1 000 000 0000                      | +10000000000
            phone    | -  | 331-692-1691                         | 3316921691
            phone    | -  | call me                              | call me
            email    | -  | not an address                       | not an address
            email    | -  | +tag@gmail.com                       | +tag@gmail.com
            address  | -  | N/A                                  | n a
            ip       | -  | 192.168.0.1                          | 192.168.0.1
            ip       | -  | 300.1.2.3                            | 300.1.2.3
            ip       | -  | 010.0.0.1                            | 010.0.0.1
            payment  | -  | iban:GB82WEST12345698765433          | iban:GB82WEST12345698765433
            payment  | -  | card:4111111111111112                | card:4111111111111112
            document | ES | dni:12345678A                        | dni:ES:12345678A
            document | -  | FX123456                             | FX123456
            tax_id   | US | 000-12-3456                          | 000123456
            tax_id   | BR | 529.982.247-26                       | 52998224726
            tax_id   | -  | 111111111                            | 111111111
            wallet   | -  | 1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNb   | 1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNb
            device   | -  | 00000000-0000-0000-0000-000000000000 | 00000000-0000-0000-0000-000000000000
            """)
    void keepsWhatIsImplausibleAsUnverifiedText(String type, String country, String raw, String expected) {
        assertThat(normalise(type, raw, country == null ? "" : country))
                .isEqualTo(new NormalForm(expected, Quality.UNVERIFIED));
    }

    @Test
    void refusesBitHashesOfTheWrongLengthOrWithOtherDigits() {
        assertThat(normalise("biometric", "a3df", "")).isInstanceOf(Unusable.class);
        assertThat(normalise("biometric", "zz".repeat(32), "")).isInstanceOf(Unusable.class);
        assertThat(normalise("biometric", "A3df".repeat(16), ""))
                .isEqualTo(new NormalForm("a3df".repeat(16), Quality.VERIFIED));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            Maria Silva          | maria       | silva
            SILVA, María         | maria       | silva
            Maria da Silva       | maria       | da silva
            Dr. Ludwig van Beethoven | ludwig  | van beethoven
            Jean Paul Sartre Jr. | jean paul   | sartre
            John O'Brien         | john        | obrien
            Søren Ødegård        | soren       | odegard
            Cher                 | cher        | -
            """)
    void splitsNamesIntoGivenNamesAndSurname(String raw, String given, String surname) {
        assertThat(PersonName.of(raw))
                .isEqualTo(new PersonName(Optional.ofNullable(given), Optional.ofNullable(surname)));
    }

    @Test
    void knowsTheCheckDigitOfTheMachineReadableZone() {
        assertThat(CheckDigits.mrz("L898902C3")).isEqualTo(6);
        assertThat(normalise("document", "passport:UT:L898902C<3", ""))
                .isEqualTo(normalise("document", "passport:UT:L898902C", ""));
        assertThat(normalise("document", "passport:UT:D23145890<7", ""))
                .isEqualTo(new NormalForm("passport:UT:D231458907", Quality.VERIFIED));
        assertThat(CheckDigits.cnpj("11222333000181")).isTrue();
        assertThat(CheckDigits.cnpj("11222333000182")).isFalse();
    }
}
