package io.ringsight.detect.risk.learned;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.ringsight.detect.ring.Reason;
import io.ringsight.ingest.record.IdentifierTypes;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ColumnReasonsTest {
    @ParameterizedTest
    @CsvSource({
        "label_hands_fraud, LABELS_AROUND",
        "label_device_rate, LABELS_AROUND",
        "evidence_by_device, WEIGHT_OF_EVIDENCE",
        "ring_evidence, WEIGHT_OF_EVIDENCE",
        "ring_pace, RING_SHAPE",
        "hands_device_count, LIKE_ITS_NEIGHBOURS",
        "device_within, USE_OF_DEVICE",
        "tax_id_gap, USE_OF_TAX_ID",
        "near_7_days, COMPANY",
        "surname_accounts, APPLICATION"
    })
    void saysWhatAColumnIsAbout(String column, String code) {
        assertThat(ColumnReasons.code(column, IdentifierTypes.builtIn())).isEqualTo(code);
    }

    @Test
    void evidenceThatSpeaksForFraudKeepsItsOwnReasons() {
        var words = new ColumnReasons(List.of("evidence_hands", "device_within"), IdentifierTypes.builtIn());
        List<Reason> evidence =
                List.of(new Reason("SHARED_DEVICE", 6), new Reason("SHARED_IP", 2), new Reason("X", -1));
        List<Reason> reasons = words.of(new double[] {4, 1}, evidence);
        assertThat(reasons)
                .containsExactlyInAnyOrder(
                        new Reason("SHARED_DEVICE", 3), new Reason("SHARED_IP", 1), new Reason("USE_OF_DEVICE", 1));
    }

    @Test
    void evidenceThatSpeaksAgainstIsNotPutIntoTheMouthOfASharedThing() {
        var words = new ColumnReasons(List.of("evidence_hands"), IdentifierTypes.builtIn());
        assertThat(words.of(new double[] {-4}, List.of(new Reason("SHARED_DEVICE", 6))))
                .containsExactly(new Reason("WEIGHT_OF_EVIDENCE", -4));
    }

    @Test
    void nothingIsLost() {
        var words = new ColumnReasons(
                List.of("evidence_hands", "device_within", "kin", "label_ring_fraud"), IdentifierTypes.builtIn());
        double sum = words.of(new double[] {0.7, -0.2, 0.1, 2}, List.of(new Reason("SHARED_DEVICE", 1))).stream()
                .mapToDouble(Reason::bits)
                .sum();
        assertThat(sum).isCloseTo(2.6, within(1e-12));
    }
}
