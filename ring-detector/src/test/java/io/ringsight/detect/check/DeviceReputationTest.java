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
import io.ringsight.ingest.progress.Progress;
import io.ringsight.ingest.snapshot.IdentityGraph;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DeviceReputationTest {
    private static final double PRIOR = DetectionParameters.defaults().prior();
    private static final int DAY = 60; // of all applications

    @Test
    void nothingIsSaidOfWhoPresentsNoDevice() {
        assertThat(device(known(), "N", "email:new")).isEmpty();
    }

    @Test
    void aNewDeviceIsAsRiskyAsAnybody() {
        DeviceRisk device = device(known(), "N", "device:new").orElseThrow();
        assertThat(device.accounts()).isZero();
        assertThat(device.fraudShare()).isEmpty();
        assertThat(device.risk()).isEqualTo(PRIOR);
        assertThat(device.farm()).isFalse();
    }

    @Test
    void theApplicantsOwnAccountIsNoEvidence() {
        DeviceRisk device = device(known(), "A3", "device:a3").orElseThrow();
        assertThat(device.accounts()).isZero();
        assertThat(device.risk()).isEqualTo(PRIOR);
    }

    @Test
    void aDeviceOfARingHasAReputation() {
        DeviceRisk device = device(known(), "N", "device:farm").orElseThrow();
        assertThat(device.accounts()).isEqualTo(6);
        assertThat(device.capped()).isFalse();
        assertThat(device.inRings()).isEqualTo(6);
        assertThat(device.inRiskyRings()).isEqualTo(6);
        assertThat(device.fraudShare().orElseThrow()).isGreaterThan(0.5);
        assertThat(device.risk()).isCloseTo((2 * PRIOR + 6 * device.fraudShare().orElseThrow()) / 8, within(1e-12));
        assertThat(device(known(), "F1", "device:farm").orElseThrow().accounts())
                .as("one of them asks again")
                .isEqualTo(5);
    }

    @Test
    void theWorstOfSeveralIsTold() {
        DeviceRisk device =
                device(known(), "N", "device:a1", "device:farm", "device:new").orElseThrow();
        assertThat(device).isEqualTo(device(known(), "N", "device:farm").orElseThrow());
        assertThat(device)
                .isEqualTo(device(known(), "N", "device:new", "device:farm", "device:a1")
                        .orElseThrow());
    }

    @Test
    void manyAtOnceOnAQuietDeviceAreAFarm() {
        Population population = known();
        for (int i = 0; i < 8; i++) {
            population.account("X" + i, DAY - 1 - i % 3, "device:burst", "email:x" + i);
        }
        DeviceRisk device = device(population, "N", "device:burst").orElseThrow();
        assertThat(device.lastWeek()).isEqualTo(8);
        assertThat(device.perDay()).isCloseTo(8 / 7.0, within(1e-12));
        assertThat(device.farm()).isTrue();
    }

    @Test
    void aTabletThatAlwaysTakesManyIsNoFarm() {
        Population population = known();
        for (int i = 0; i < 120; i++) {
            population.account("X" + i, i / 2, "device:tablet", "email:x" + i, "tax_id:x" + i);
        }
        DeviceRisk device = device(population, "N", "device:tablet").orElseThrow();
        assertThat(device.accounts()).isEqualTo(120);
        assertThat(device.sampled()).isEqualTo(DeviceReputation.MOST_RISKS);
        assertThat(device.lastWeek()).isGreaterThan(10);
        assertThat(device.farm()).isFalse();
    }

    @Test
    void thoseWhoCameLaterThanTheApplicationAreNoHaste() {
        Population population = known();
        for (int i = 0; i < 8; i++) {
            population.account("X" + i, DAY + 1, "device:later", "email:x" + i);
        }
        DeviceRisk device = device(population, "N", "device:later").orElseThrow();
        assertThat(device.accounts()).isEqualTo(8);
        assertThat(device.lastWeek()).isZero();
        assertThat(device.paceBits()).isZero();
    }

    @Test
    void aCrowdIsCappedAndSaidSo() {
        Population population = known();
        for (int i = 0; i < DeviceReputation.MOST_USERS + 1; i++) {
            population.account("X" + i, i % 60, "device:kiosk");
        }
        DeviceRisk device = device(population, "N", "device:kiosk").orElseThrow();
        assertThat(device.accounts()).isEqualTo(DeviceReputation.MOST_USERS);
        assertThat(device.capped()).isTrue();
        assertThat(device(population, "X7", "device:kiosk").orElseThrow().capped())
                .isFalse();
    }

    @Test
    void thoseWhoCameSinceCountLikeTheOthers() {
        Population population = known();
        IdentityGraph graph = population.graph();
        var growing = GrowingGraph.of(graph, MembershipIndex.of(graph));
        growing.add(new Population().account("F6", DAY - 1, "device:farm").application("F6"));
        growing.add(new Population().account("A5", DAY - 1, "device:farm").application("A5"));
        growing.add(new Population().account("F0", DAY - 1, "device:farm").application("F0"));
        DeviceRisk device = reputation(growing, detect(graph))
                .worst(new Population().account("N", DAY, "device:farm").application("N"))
                .orElseThrow();
        assertThat(device.accounts()).isEqualTo(8);
        assertThat(device.lastWeek()).isEqualTo(2);
    }

    @Test
    void thePaceIsWhatItsFormulaSays() {
        long day = 86_400_000L;
        long now = 1_000 * day;
        var recent = DeviceReputation.Recent.of(new long[] {now - day, now - 107 * day, now - 6 * day, now}, now);
        double expected = 7 * 2 / 280.0;
        assertThat(recent.accounts()).isEqualTo(3);
        assertThat(recent.bits()).isCloseTo((3 * Math.log(3 / expected) - (3 - expected)) / Math.log(2), within(1e-9));
        assertThat(DeviceReputation.Recent.of(new long[0], now).bits()).isZero();
    }

    private static Population known() {
        var population = new Population();
        for (int i = 0; i < 60; i++) {
            population.account("A" + i, i, "email:a" + i, "device:a" + i, "tax_id:a" + i, "phone:a" + i);
        }
        for (int i = 0; i < 6; i++) {
            population.account("F" + i, 40 + i, "document:forged", "device:farm", "email:f" + i);
        }
        return population;
    }

    private static Optional<DeviceRisk> device(Population population, String id, String... identifiers) {
        IdentityGraph graph = population.graph();
        var growing = GrowingGraph.of(graph, MembershipIndex.of(graph));
        return reputation(growing, detect(graph))
                .worst(new Population().account(id, DAY, identifiers).application(id));
    }

    private static DeviceReputation reputation(GrowingGraph graph, Detection detection) {
        return new DeviceReputation(graph, CurrentRings.of(graph, detection), PRIOR);
    }

    private static Detection detect(IdentityGraph graph) {
        return new DetectionRun(DetectionParameters.defaults(), ComponentEngine.jvm(), Optional.empty())
                .run(graph, List.of(), Progress.silent());
    }
}
