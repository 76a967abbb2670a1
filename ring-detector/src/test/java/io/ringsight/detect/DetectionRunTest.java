package io.ringsight.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.ringsight.detect.cluster.ComponentEngine;
import io.ringsight.detect.evidence.Evidence;
import io.ringsight.detect.evidence.LogOdds;
import io.ringsight.detect.link.Link;
import io.ringsight.detect.ring.Reason;
import io.ringsight.detect.ring.Ring;
import io.ringsight.ingest.progress.Progress;
import io.ringsight.ingest.record.AccountLabel;
import io.ringsight.ingest.record.AccountLabel.Verdict;
import io.ringsight.ingest.snapshot.IdentityGraph;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DetectionRunTest {
    @Test
    void findsARingThatSharesDevicesAndDocuments() {
        var population = crowd(500);
        for (int i = 0; i < 8; i++) {
            population.account("F" + i, 40, "device:farm" + i / 4, "document:forged" + i % 3, "email:f" + i);
        }
        Detection detection = detect(population.graph());
        assertThat(detection.rings()).hasSize(1);
        Ring ring = detection.rings().getFirst();
        assertThat(ring.members()).containsExactly("F0", "F1", "F2", "F3", "F4", "F5", "F6", "F7");
        assertThat(ring.risk()).isGreaterThan(0.9);
        assertThat(ring.reasons()).extracting(Reason::code).contains("SHARED_DOCUMENT", "RING_SIZE", "IN_A_HURRY");
        assertThat(detection.calibrated()).isFalse();
    }

    @Test
    void aHouseholdIsNoRiskyRing() {
        var population = crowd(500)
                .account("H1", 3, "address:home", "ip:home", "device:tablet")
                .account("H2", 80, "address:home", "ip:home", "device:tablet")
                .account("H3", 170, "address:home", "ip:home");
        Detection detection = detect(population.graph());
        assertThat(detection.account("H1").orElseThrow().risk()).isLessThan(0.1);
        detection.rings().forEach(ring -> assertThat(ring.risk()).isLessThan(0.1));
    }

    @Test
    void aHubMakesNoRing() {
        var population = new Population();
        for (int i = 0; i < 400; i++) {
            population.account("A" + i, i % 90, "ip:carrier", "device:tablet", "email:a" + i);
        }
        assertThat(detect(population.graph()).rings()).isEmpty();
    }

    @Test
    void aRingBehindAHubIsStillFound() {
        var population = new Population();
        for (int i = 0; i < 400; i++) {
            population.account("A" + i, i % 90, "ip:carrier", "email:a" + i);
        }
        for (int i = 0; i < 5; i++) {
            population.account("F" + i, 50, "ip:carrier", "payment:mule", "tax_id:one");
        }
        assertThat(detect(population.graph()).rings())
                .singleElement()
                .satisfies(ring -> assertThat(ring.members()).containsExactly("F0", "F1", "F2", "F3", "F4"));
    }

    @Test
    void everyAccountIsInTheResultOnceById() {
        Detection detection = detect(crowd(60).graph());
        assertThat(detection.accounts()).hasSize(60);
        assertThat(detection.accounts())
                .extracting(AccountRisk::accountId)
                .isSortedAccordingTo(io.ringsight.ingest.record.CodePointOrder.INSTANCE);
        assertThat(detection.accounts())
                .allSatisfy(account -> assertThat(account.risk()).isCloseTo(0.03, within(1e-12)));
    }

    @Test
    void reasonsAndPriorAddUpToTheRisk() {
        var population = crowd(100).account("F1", 1, "tax_id:t", "phone:p").account("F2", 2, "tax_id:t", "phone:p");
        Detection detection = detect(population.graph());
        Ring ring = detection.rings().getFirst();
        double bits = LogOdds.bits(0.03)
                + ring.reasons().stream().mapToDouble(Reason::bits).sum();
        assertThat(LogOdds.probability(bits)).isCloseTo(ring.risk(), within(1e-9));
        AccountRisk account = detection.account("F1").orElseThrow();
        bits = LogOdds.bits(0.03)
                + account.reasons().stream().mapToDouble(Reason::bits).sum();
        assertThat(LogOdds.probability(bits)).isCloseTo(account.risk(), within(1e-9));
    }

    @Test
    void anAccountsOwnLabelNeverScoresItself() {
        var population = crowd(100).account("F1", 1, "phone:p").account("F2", 2, "phone:p");
        Detection without = detect(population.graph());
        Detection with = run(population.graph(), List.of(new AccountLabel("F1", Verdict.FRAUD, 5)), Long.MAX_VALUE);
        assertThat(risk(with, "F1")).isEqualTo(risk(without, "F1"));
        assertThat(risk(with, "F2")).isGreaterThan(risk(without, "F2"));
    }

    @Test
    void labelsOfLaterAreNotKnownYet() {
        var population = crowd(100).account("F1", 1, "phone:p").account("F2", 2, "phone:p");
        var labels = List.of(new AccountLabel("F1", Verdict.FRAUD, 1_000));
        assertThat(run(population.graph(), labels, 999).accounts())
                .isEqualTo(detect(population.graph()).accounts());
    }

    @Test
    void enoughLabelsCalibrate() {
        var population = crowd(400);
        var labels = new ArrayList<AccountLabel>();
        for (int i = 0; i < 80; i++) {
            population.account("F" + i, i, "tax_id:t" + i / 5, "phone:p" + i / 5);
            labels.add(new AccountLabel("F" + i, i % 10 == 0 ? Verdict.LEGIT : Verdict.FRAUD, 1));
            labels.add(new AccountLabel("A" + i, Verdict.LEGIT, 1));
        }
        Detection detection = run(population.graph(), labels, Long.MAX_VALUE);
        assertThat(detection.calibrated()).isTrue();
        double inRings = detection.accounts().stream()
                .filter(account -> account.ringId() != null)
                .mapToDouble(AccountRisk::risk)
                .average()
                .orElseThrow();
        assertThat(inRings).isBetween(0.75, 0.95);
        assertThat(risk(detection, "A0")).isLessThan(0.2);
    }

    @Test
    void linksNameTheirAccountsInOrderAndTheirEvidenceInBits() {
        var population = crowd(100).account("F2", 1, "phone:p").account("F1", 2, "phone:p");
        Link link = detect(population.graph()).links().getFirst();
        assertThat(link.accountA()).isEqualTo("F1");
        assertThat(link.accountB()).isEqualTo("F2");
        assertThat(link.evidence()).extracting(Evidence::code).containsExactly("SHARED_PHONE", "CLOSE_IN_TIME");
        assertThat(link.evidence().getFirst().field()).isEqualTo("phone");
        assertThat(link.evidence())
                .allSatisfy(evidence -> assertThat(evidence.bits()).isPositive());
    }

    @Test
    void nobodyIsNoProblem() {
        Detection detection = detect(new Population().graph());
        assertThat(detection.accounts()).isEmpty();
        assertThat(detection.rings()).isEmpty();
        assertThat(detect(new Population().account("A", 1).graph()).accounts()).hasSize(1);
    }

    static Population crowd(int size) {
        var population = new Population();
        for (int i = 0; i < size; i++) {
            population.account("A" + i, i % 180, "email:a" + i, "device:a" + i, "phone:a" + i);
        }
        return population;
    }

    private static double risk(Detection detection, String id) {
        return detection.account(id).orElseThrow().risk();
    }

    private static Detection detect(IdentityGraph graph) {
        return run(graph, List.of(), Long.MAX_VALUE);
    }

    private static Detection run(IdentityGraph graph, List<AccountLabel> labels, long asOf) {
        var parameters = DetectionParameters.defaults().withAsOf(asOf);
        return new DetectionRun(parameters, ComponentEngine.jvm(), Optional.empty())
                .run(graph, labels, Progress.silent());
    }
}
