package io.ringsight.detect.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.ringsight.ingest.record.IdentifierKind;
import io.ringsight.ingest.record.IdentifierType;
import io.ringsight.ingest.record.IdentifierTypes;
import java.util.List;
import org.junit.jupiter.api.Test;

class EvidenceModelTest {
    private final IdentifierTypes types =
            IdentifierTypes.builtIn().with(List.of(new IdentifierType("loyalty_card", IdentifierKind.EXACT)));

    @Test
    void theOddsOfOneAgreementDoNotDependOnThePopulation() {
        // odds = c m / (kappa + iota (d - 1)) = 0.5 * 0.4 / (0.03 + 0.005) for a device of two
        assertThat(probability("device", 2, 1_000)).isCloseTo(0.851, within(0.002));
        assertThat(probability("device", 2, 10_000_000)).isCloseTo(0.851, within(0.001));
    }

    @Test
    void hubsFadeOutWithoutACut() {
        double before = 1;
        for (int degree = 2; degree < 1_000_000; degree *= 2) {
            double linked = probability("device", degree, 1_000_000);
            assertThat(linked).isLessThan(before);
            assertThat(linked).isGreaterThan(before / 2.2);
            before = linked;
        }
        assertThat(before).isLessThan(0.001);
    }

    @Test
    void aSharedPassportSaysMoreThanASharedNetwork() {
        assertThat(probability("document", 5, 100_000)).isGreaterThan(0.9);
        assertThat(probability("ip", 2, 100_000)).isLessThan(0.1);
        assertThat(probability("address", 2, 100_000)).isLessThan(0.2);
    }

    @Test
    void anAgreementNeverSpeaksAgainstCommonControl() {
        assertThat(model(3).agreementBits(types.ordinal("ip"), 3)).isGreaterThanOrEqualTo(0);
    }

    @Test
    void aHouseholdsAddressAndNetworkAreNotCountedTwice() {
        var evidence = new PairEvidence(model(100_000));
        evidence.add(types.ordinal("ip"), model(100_000).agreementBits(types.ordinal("ip"), 3));
        evidence.add(types.ordinal("address"), model(100_000).agreementBits(types.ordinal("address"), 3));
        assertThat(evidence.probability()).isBetween(0.1, 0.4);
    }

    @Test
    void theEvidenceAddsUpToTheProbability() {
        EvidenceModel model = model(100_000);
        var evidence = new PairEvidence(model);
        for (String type : List.of("ip", "phone", "device", "email", "ip", "loyalty_card")) {
            evidence.add(types.ordinal(type), model.agreementBits(types.ordinal(type), 4));
        }
        double bits = model.priorBits()
                + evidence.evidence().stream().mapToDouble(Evidence::bits).sum();
        assertThat(EvidenceModel.probability(bits)).isCloseTo(evidence.probability(), within(1e-12));
    }

    @Test
    void theOrderOfAgreementsDoesNotShowInTheLastBit() {
        EvidenceModel model = model(77_777);
        List<String> shared = List.of("ip", "phone", "device", "email", "address", "wallet");
        var forwards = new PairEvidence(model);
        shared.forEach(type -> forwards.add(types.ordinal(type), model.agreementBits(types.ordinal(type), 7)));
        var backwards = new PairEvidence(model);
        shared.reversed()
                .forEach(type -> backwards.add(types.ordinal(type), model.agreementBits(types.ordinal(type), 7)));
        assertThat(backwards.totalBits()).isEqualTo(forwards.totalBits());
        assertThat(backwards.evidence()).isEqualTo(forwards.evidence());
    }

    private EvidenceModel model(int accounts) {
        return new EvidenceModel(EvidenceParameters.defaults(), types, accounts);
    }

    private double probability(String type, int degree, int accounts) {
        var evidence = new PairEvidence(model(accounts));
        evidence.add(types.ordinal(type), model(accounts).agreementBits(types.ordinal(type), degree));
        return evidence.probability();
    }
}
