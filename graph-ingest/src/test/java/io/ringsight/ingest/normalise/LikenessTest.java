package io.ringsight.ingest.normalise;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringsight.ingest.record.BlockingKind;
import io.ringsight.ingest.record.IdentifierKind;
import io.ringsight.ingest.record.IdentifierType;
import io.ringsight.ingest.record.IdentifierTypes;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LikenessTest {
    private static final IdentifierTypes TYPES = IdentifierTypes.builtIn()
            .with(List.of(
                    new IdentifierType("handle", IdentifierKind.TEXT),
                    new IdentifierType("meter", IdentifierKind.SERIAL),
                    new IdentifierType("badge", IdentifierKind.EXACT)));
    private static final Normalisers NORMALISERS = new Normalisers(TYPES);

    private static Likeness likeness(String type, String raw) {
        IdentifierType known = TYPES.find(type).orElseThrow();
        var form = (Outcome.NormalForm) NORMALISERS.normalise(known, raw, Optional.of("BR"));
        return Likeness.of(known, form.quality(), form.value());
    }

    private static Set<BlockingText> shared(String type, String one, String other) {
        Set<BlockingText> others = Set.copyOf(likeness(type, other).blocking());
        return likeness(type, one).blocking().stream().filter(others::contains).collect(Collectors.toSet());
    }

    private static Set<BlockingKind> sharedKinds(String type, String one, String other) {
        return shared(type, one, other).stream().map(BlockingText::kind).collect(Collectors.toSet());
    }

    @ParameterizedTest
    @CsvSource({
        "document,passport:BR:FXO123456,passport:BR:FX0I23456,OCR_CLASS",
        "document,passport:BR:FX123455,passport:BR:FX123457,SERIAL_NEAR SERIAL_FAR",
        "document,passport:BR:FX123456,passport:BR:FX123499,SERIAL_FAR",
        "document,passport:BR:FX123456,passport:AR:FX123456,''",
        "document,passport:BR:FX123456,passport:BR:FY123456,''",
        "meter,AB1007,AB-1008,SERIAL_NEAR SERIAL_FAR",
        "meter,AB10X,AB11X,''",
        "phone,+55 11 98765-4321,+55 11 98765-4322,SERIAL_NEAR SERIAL_FAR",
        "email,maria.silva1@a.com,maria.silva77@a.com,TEMPLATE",
        "email,maria.silva+x@a.com,mariasilva3+y@a.com,''",
        "email,maria.silva+x@a.com,mariasilva+y@a.com,TEMPLATE LOCAL_PART",
        "email,maria.silva@a.com,maria_silva@b.com,LOCAL_PART",
        "email,abc@a.com,abc@b.com,''",
        "email,anything@mailinator.com,whatever@mailinator.com,DISPOSABLE",
        "email,12345678@a.com,87654321@a.com,''",
        "address,12 High St Apt 4 Leeds,12 high street flat 9 leeds,BUILDING",
        "address,12 High St 3rd floor Leeds,12 High St Leeds,BUILDING",
        "address,12 High St Leeds,14 High St Leeds,''",
    })
    void sharesKeys(String type, String one, String other, String kinds) {
        assertThat(sharedKinds(type, one, other).stream().map(Enum::name))
                .containsExactlyInAnyOrderElementsOf(kinds.isEmpty() ? List.of() : List.of(kinds.split(" ")));
    }

    @Test
    void numbersLessThanHalfAWindowApartShareOne() {
        for (int number = 0; number < 300; number++) {
            String one = "AB%06d".formatted(1000 + number);
            assertThat(sharedKinds("meter", one, "AB%06d".formatted(1004 + number)))
                    .contains(BlockingKind.SERIAL_NEAR);
            assertThat(sharedKinds("meter", one, "AB%06d".formatted(1032 + number)))
                    .contains(BlockingKind.SERIAL_FAR);
            assertThat(sharedKinds("meter", one, "AB%06d".formatted(1008 + number)))
                    .doesNotContain(BlockingKind.SERIAL_NEAR);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "document,passport:BR:000000000",
        "document,passport:BR:123456789",
        "tax_id,123456789",
        "tax_id,n/a",
        "email,test@test.com",
        "email,n/a",
        "phone,none",
        "phone,+55 11 99999-9999",
        "address,unknown",
        "ip,127.0.0.1",
        "ip,::1",
        "ip,0.0.0.0",
        "ip,::",
        "biometric,0000000000000000000000000000000000000000000000000000000000000000",
        "biometric,ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
        "biometric,1000000000000000000000000000000000000000000000000000000000000000",
        "device,00000000-0000-0000-0000-000000000000",
        "payment,iban:0000000000",
        "wallet,0x0000000000000000000000000000000000000000",
        "badge,none",
        "handle,N/A",
        "meter,00000000",
    })
    void takesForAPlaceholder(String type, String raw) {
        Likeness likeness = likeness(type, raw);
        assertThat(likeness.placeholder()).isTrue();
        assertThat(likeness.grams().isEmpty()).isTrue();
        assertThat(likeness.blocking()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "document,passport:BR:FX123456",
        "tax_id,12345",
        "email,maria@test.com",
        "phone,+55 11 98765-4321",
        "address,12 High St Leeds",
        "ip,127",
        "ip,203.0.113.7",
        "ip,10.0.0.1",
        "ip,2001:db8::1",
        "biometric,a3dfa3dfa3dfa3dfa3dfa3dfa3dfa3dfa3dfa3dfa3dfa3dfa3dfa3dfa3dfa3df",
        "device,dv-9f3c",
        "payment,card:4111111111111111",
    })
    void takesForAValue(String type, String raw) {
        assertThat(likeness(type, raw).placeholder()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"email,not an address", "email,a@b", "phone,call me", "document,passport:BR:FX12***6", "tax_id,12***6"})
    void leavesAloneWhatIsNoAddressOrWasMasked(String type, String raw) {
        Likeness likeness = likeness(type, raw);
        assertThat(likeness.grams().isEmpty()).isTrue();
        assertThat(likeness.blocking()).isEmpty();
    }

    @Test
    void hasFeaturesWhereNearMatchesExist() {
        assertThat(likeness("email", "maria@a.com").grams()).isNotEqualTo(Grams.NONE);
        assertThat(likeness("email", "maria@a.com").grams().codes())
                .isEqualTo(likeness("email", "maria+7@b.com").grams().codes());
        assertThat(likeness("tax_id", "12345678909").grams().codes()).hasSize(12);
        assertThat(likeness("handle", "abab").grams().codes()).hasSize(5).doesNotHaveDuplicates();
        assertThat(likeness("phone", "+55 11 98765-4321").grams().isEmpty()).isTrue();
        assertThat(likeness("device", "dv-9f3c").grams().isEmpty()).isTrue();
    }

    @Test
    void neverShowsAValue() {
        assertThat(likeness("email", "maria1@mailinator.com")).hasToString("Likeness[7 grams, 3 blocking texts]");
        assertThat(likeness("email", "maria1@a.com").blocking().getFirst()).hasToString("BlockingText[TEMPLATE]");
    }
}
