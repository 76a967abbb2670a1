package io.ringsight.ingest.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ringsight.ingest.error.ErrorCode;
import io.ringsight.ingest.error.RingsightException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DialsTest {
    @Test
    void eachHaveOneNameADefaultInRangeAMeaningAndASource() {
        List<DialDescription> all = Dials.descriptions();
        assertThat(all)
                .extracting(DialDescription::name)
                .doesNotHaveDuplicates()
                .contains("device_farm.size");
        assertThat(all).allSatisfy(dial -> {
            assertThat(dial.usual()).isBetween(dial.least(), dial.most());
            assertThat(dial.meaning()).isNotBlank();
            assertThat(dial.source()).isNotBlank();
            assertThat(dial.name()).matches("[a-z_]+(\\.[a-z_]+)?");
        });
    }

    @Test
    void canAllBeTurnedToEitherEnd() {
        for (DialDescription dial : Dials.descriptions()) {
            for (double value : new double[] {dial.least(), dial.most()}) {
                Dials turned = Dials.usual().with(dial.name(), value);
                assertThat(turned.equals(Dials.usual())).as(dial.name()).isEqualTo(value == dial.usual());
            }
        }
    }

    @Test
    void keepTheOthersWhereTheyWere() {
        Dials turned = Dials.usual().with("chain.evasion=0.5").with("prevalence = 0.01");
        assertThat(turned.of(RingPattern.CHAIN).evasion()).isEqualTo(0.5);
        assertThat(turned.of(RingPattern.CHAIN).size())
                .isEqualTo(RingPattern.CHAIN.usual().size());
        assertThat(turned.of(Dial.PREVALENCE)).isEqualTo(0.01);
        assertThat(turned).hasToString("prevalence=0.01 chain.evasion=0.5");
    }

    @ParameterizedTest
    @CsvSource({
        "prevalence=0.6, must be 0 to 0.5",
        "prevalence=NaN, must be 0 to 0.5",
        "chain.evasion=-1, must be 0 to 1",
        "chain.size=lots, takes a number",
        "chain.evasoin=0.1, There is no dial chain.evasoin",
        "prevalence, NAME=VALUE",
        "=1, NAME=VALUE"
    })
    void sayWhatIsWrongWithASetting(String setting, String message) {
        assertThatThrownBy(() -> Dials.usual().with(setting)).isInstanceOfSatisfying(RingsightException.class, e -> {
            assertThat(e.code()).isEqualTo(ErrorCode.USAGE);
            assertThat(e).hasMessageContaining(message);
            assertThat(e.hint()).contains("Maybe");
        });
    }

    @Test
    void nameTheOneThatMayHaveBeenMeant() {
        assertThatThrownBy(() -> Dials.usual().with("chain.evasoin=0.1"))
                .isInstanceOfSatisfying(
                        RingsightException.class, e -> assertThat(e.hint()).contains("chain.evasion"));
    }
}
