package io.ringsight.detect.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringsight.detect.DetectionParameters;
import io.ringsight.detect.DetectionRun;
import io.ringsight.detect.cluster.ComponentEngine;
import io.ringsight.detect.link.Link;
import io.ringsight.detect.risk.network.Gangs;
import io.ringsight.ingest.progress.Progress;
import io.ringsight.ingest.record.IdentifierKind;
import io.ringsight.ingest.record.IdentifierType;
import io.ringsight.ingest.record.IdentifierTypes;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CodeTypesTest {
    private final CodeTypes types = new CodeTypes(
            IdentifierTypes.builtIn().with(List.of(new IdentifierType("loyalty_card", IdentifierKind.EXACT))));

    @Test
    void agreementsAreOfTheirType() {
        assertThat(types.of("SHARED_DEVICE")).hasValue("device");
        assertThat(types.of("SIMILAR_BIOMETRIC")).hasValue("biometric");
        assertThat(types.of("PHONE_OF_ONE_SERIES")).hasValue("phone");
        assertThat(types.of("SAME_BUILDING")).hasValue("address");
        assertThat(types.of("FACE_WITH_OTHER_SURNAME")).hasValue("biometric");
        assertThat(types.of("SHARED_LOYALTY_CARD")).hasValue("loyalty_card");
    }

    @Test
    void whatIsOfThePersonOfTimeOrDiffersIsOfNone() {
        for (String code : List.of("DIFFERENT_DEVICE", "SAME_SURNAME", "CLOSE_IN_TIME", "TIED_CROWD", "CALIBRATION")) {
            assertThat(types.of(code)).as(code).isEmpty();
        }
    }

    @Test
    void everyAgreementOfEvidenceHasAType() {
        List<Link> links = new DetectionRun(DetectionParameters.defaults(), ComponentEngine.jvm(), Optional.empty())
                .run(Gangs.graph(), List.of(), Progress.silent())
                .links();
        assertThat(links).isNotEmpty();
        for (Link link : links) {
            for (Evidence evidence : link.evidence()) {
                boolean differs = evidence.code().startsWith("DIFFERENT_");
                if (IdentifierTypes.builtIn().find(evidence.field()).isPresent() && !differs) {
                    assertThat(types.of(evidence.code())).as(evidence.code()).hasValue(evidence.field());
                }
            }
        }
    }
}
