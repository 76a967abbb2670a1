package io.ringsight.detect.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.ringsight.detect.Detection;
import io.ringsight.detect.DetectionParameters;
import io.ringsight.detect.DetectionRun;
import io.ringsight.detect.Population;
import io.ringsight.detect.cluster.ComponentEngine;
import io.ringsight.detect.evidence.GrowingGraph;
import io.ringsight.detect.membership.CurrentRings;
import io.ringsight.detect.membership.MembershipIndex;
import io.ringsight.detect.ring.Reason;
import io.ringsight.detect.risk.network.Gangs;
import io.ringsight.ingest.progress.Progress;
import io.ringsight.ingest.record.IdentifierKind;
import io.ringsight.ingest.record.IdentifierType;
import io.ringsight.ingest.record.IdentifierTypes;
import io.ringsight.ingest.record.Sharers;
import io.ringsight.ingest.record.SharingPrior;
import io.ringsight.ingest.record.TokenisedApplication;
import io.ringsight.ingest.snapshot.IdentityGraph;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CheckTest {
    @Test
    void aStrangerMayComeIn() {
        CheckResult result = check(known(), applicant("N", "email:new", "device:new"));
        assertThat(result.probability()).isLessThan(0.05);
        assertThat(result.ring()).isEmpty();
        assertThat(result.paths()).isEmpty();
        assertThat(result.reasons()).isEmpty();
    }

    @Test
    void whoJoinsARingIsStopped() {
        CheckResult result = check(known(), applicant("N", "document:forged", "device:farm", "email:new"));
        assertThat(result.probability()).isGreaterThanOrEqualTo(0.9);
        CheckedRing ring = result.ring().orElseThrow();
        assertThat(ring.existing()).isTrue();
        assertThat(ring.size()).isEqualTo(7);
        assertThat(ring.members()).contains("N", "F0");
        assertThat(result.reasons()).extracting(Reason::code).contains("SHARED_DOCUMENT");
        assertThat(result.paths()).hasSize(2);
        assertThat(result.paths().getFirst().identifierType()).isEqualTo("document");
        assertThat(result.paths().getFirst().tokenPrefix()).hasSize(8);
        assertThat(ring.members()).contains(result.paths().getFirst().accountId());
    }

    @Test
    void namesTheRingThatWouldForm() {
        CheckResult result = check(known(), applicant("N", "tax_id:a7", "email:new"));
        CheckedRing ring = result.ring().orElseThrow();
        assertThat(ring.existing()).isFalse();
        assertThat(ring.members()).containsExactly("A7", "N");
    }

    @Test
    void aHouseholdMemberIsNotDenied() {
        Population population =
                known().account("H1", 1, "address:home", "ip:home").account("H2", 90, "address:home");
        CheckResult result = check(population, applicant("N", "address:home", "ip:home", "email:new"));
        assertThat(result.probability()).isLessThan(0.2);
    }

    @Test
    void theAccountItselfIsNoEvidenceAgainstItself() {
        CheckResult result = check(known(), applicant("A3", "email:a3", "device:a3", "tax_id:a3"));
        assertThat(result.ring()).isEmpty();
        assertThat(result.probability()).isLessThan(0.2);
    }

    @Test
    void aRetryOfARingMemberCountsItOnce() {
        CheckResult result = check(known(), applicant("F1", "document:forged", "device:farm", "email:f1"));
        assertThat(result.ring().orElseThrow().size()).isEqualTo(6);
        assertThat(result.ring().orElseThrow().existing()).isTrue();
        assertThat(result.paths()).noneMatch(path -> path.accountId().equals("F1"));
    }

    @Test
    void aHubIsSampledAndSaidSo() {
        Population population = known();
        for (int i = 0; i < 300; i++) {
            population.account("C" + i, i % 60, "ip:carrier", "email:c" + i);
        }
        CheckResult result = check(population, applicant("N", "ip:carrier", "email:new"));
        assertThat(result.truncated()).containsExactly("hub:ip");
        assertThat(result.probability()).isLessThan(0.2);
    }

    @Test
    void aThousandRepeatsGiveOneAnswer() {
        Check check = checkOf(known());
        TokenisedApplication applicant = applicant("N", "document:forged", "device:farm", "phone:a4", "email:new");
        CheckResult first = check.decide(applicant);
        for (int i = 0; i < 1_000; i++) {
            assertThat(check.decide(applicant)).isEqualTo(first);
        }
    }

    @Test
    void aThousandIdentifiersAreBounded() {
        Population population = known();
        String[] many = new String[1_000];
        for (int i = 0; i < many.length; i++) {
            many[i] = "phone:m" + i;
            population.account("M" + i, i % 60, many[i]);
        }
        assertThat(check(population, applicant("N", many)).truncated()).contains("identifiers");
    }

    @Test
    void saysThatAFarmJoinsWithTheSameRiskAsTheNextDetection() {
        Population population = known();
        double checked = check(population, applicant("N", "document:forged", "device:farm", "email:new"))
                .ring()
                .orElseThrow()
                .risk();
        population.account("N", 45, "document:forged", "device:farm", "email:new");
        Detection after = detect(population.graph());
        assertThat(Math.abs(after.rings().getFirst().risk() - checked)).isLessThan(0.01);
    }

    @Test
    void weighsAsTheDetectionDidWhateverTheFileSaysNow() {
        IdentityGraph then = known().graph();
        var types = IdentifierTypes.builtIn()
                .with(List.of(new IdentifierType("document", IdentifierKind.SERIAL)
                        .with(new SharingPrior(Map.of(Sharers.OPERATED, 0.0, Sharers.PERSON, 0.0)))));
        IdentityGraph now = known(types).graph();
        assertThat(detect(now).facts().typePriors()).containsExactly("document.person=0.0", "document.operated=0.0");
        assertThat(detect(now).facts().modelVersion())
                .isNotEqualTo(detect(then).facts().modelVersion());
        assertThat(detect(now).links()).isNotEqualTo(detect(then).links());
        TokenisedApplication applicant = applicant("N", "document:forged", "email:new");
        assertThat(checkOf(now, detect(then)).decide(applicant))
                .isEqualTo(checkOf(then, detect(then)).decide(applicant))
                .isNotEqualTo(checkOf(now, detect(now)).decide(applicant));
    }

    @Test
    void whereLabelsTaughtAMemberIsWhatTheySayAndAJoinerAsItsRing() {
        IdentityGraph graph = Gangs.graph();
        Detection detection = new DetectionRun(Gangs.PARAMETERS, ComponentEngine.jvm(), Optional.empty())
                .run(graph, Gangs.labels(), Progress.silent());
        assertThat(detection.facts().learned()).isTrue();
        Check check = checkOf(graph, detection);
        var ring = detection.rings().stream()
                .filter(one -> one.members().contains("F0-0"))
                .findFirst()
                .orElseThrow();
        CheckResult member = check.decide(applicant("F0-0", "device:g0", "payment:g0"));
        assertThat(member.probability())
                .isEqualTo(detection.account("F0-0").orElseThrow().risk());
        assertThat(member.ring().orElseThrow().risk()).isCloseTo(ring.risk(), within(1e-9));
        CheckResult joiner = check.decide(applicant("N", "device:g0", "payment:g0"));
        assertThat(joiner.ring().orElseThrow().existing()).isTrue();
        assertThat(joiner.ring().orElseThrow().risk()).isGreaterThanOrEqualTo(ring.risk());
        assertThat(joiner.probability()).isGreaterThan(0.5);
    }

    private static Population known() {
        return known(IdentifierTypes.builtIn());
    }

    private static Population known(IdentifierTypes types) {
        var population = new Population(types);
        for (int i = 0; i < 100; i++) {
            population.account("A" + i, i % 60, "email:a" + i, "device:a" + i, "tax_id:a" + i, "phone:a" + i);
        }
        for (int i = 0; i < 6; i++) {
            population.account("F" + i, 40 + i, "document:forged", "device:farm", "email:f" + i);
        }
        return population;
    }

    private static TokenisedApplication applicant(String id, String... identifiers) {
        return new Population().account(id, 45, identifiers).application(id);
    }

    private static CheckResult check(Population population, TokenisedApplication applicant) {
        return checkOf(population).decide(applicant);
    }

    private static Check checkOf(Population population) {
        IdentityGraph graph = population.graph();
        return checkOf(graph, detect(graph));
    }

    private static Check checkOf(IdentityGraph graph, Detection detection) {
        var growing = GrowingGraph.of(graph, MembershipIndex.of(graph));
        return new Check(growing, CurrentRings.of(growing, detection), DetectionParameters.defaults());
    }

    private static Detection detect(IdentityGraph graph) {
        return new DetectionRun(DetectionParameters.defaults(), ComponentEngine.jvm(), Optional.empty())
                .run(graph, List.of(), Progress.silent());
    }
}
