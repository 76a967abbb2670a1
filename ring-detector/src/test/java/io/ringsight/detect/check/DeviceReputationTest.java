package io.ringsight.detect.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.ringsight.detect.Detection;
import io.ringsight.detect.DetectionParameters;
import io.ringsight.detect.DetectionRun;
import io.ringsight.detect.Population;
import io.ringsight.detect.cluster.ComponentEngine;
import io.ringsight.detect.evidence.DeviceUsers;
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
        assertThat(device.sampled()).isEqualTo(DeviceUsers.SAMPLE);
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
    void aCrowdIsCountedToTheLastAndSampled() {
        Population population = known();
        for (int i = 0; i < 300; i++) {
            population.account("X" + i, i % 60, "device:kiosk");
        }
        DeviceRisk device = device(population, "N", "device:kiosk").orElseThrow();
        assertThat(device.accounts()).isEqualTo(300);
        assertThat(device.lastWeek()).as("on the days 54 to 59").isEqualTo(30);
        assertThat(device.sampled()).isEqualTo(DeviceUsers.SAMPLE);
        assertThat(device.inRings()).isLessThanOrEqualTo(device.sampled());
        assertThat(device.capped()).isTrue();
    }

    @Test
    void asManyAsAreSampledAreNoCrowd() {
        Population population = known();
        for (int i = 0; i < DeviceUsers.SAMPLE + 1; i++) {
            population.account("X" + i, i % 60, "device:kiosk");
        }
        assertThat(device(population, "N", "device:kiosk").orElseThrow().capped())
                .isTrue();
        DeviceRisk others = device(population, "X7", "device:kiosk").orElseThrow();
        assertThat(others.accounts()).isEqualTo(DeviceUsers.SAMPLE);
        assertThat(others.sampled()).isEqualTo(DeviceUsers.SAMPLE);
        assertThat(others.capped()).isFalse();
    }

    /** Whether users were there when it started or came since, and whoever asks. */
    @Test
    void howACrowdCameTogetherIsAllTheSame() {
        Population together = known();
        for (int i = 0; i < 90; i++) {
            together.account("X" + i, i % 60, "device:kiosk");
        }
        Population before = known();
        for (int i = 0; i < 40; i++) {
            before.account("X" + i, i == 7 ? 58 : i % 60, "device:kiosk");
        }
        IdentityGraph graph = before.graph();
        var growing = GrowingGraph.of(graph, MembershipIndex.of(graph));
        for (int i = 89; i >= 40; i--) {
            growing.add(together.application("X" + i));
        }
        growing.add(together.application("X7")); // was seen with it earlier than was known
        growing.add(together.application("X8")); // is nothing new
        Detection detection = detect(together.graph());
        IdentityGraph whole = together.graph();
        var standing = reputation(GrowingGraph.of(whole, MembershipIndex.of(whole)), detection);
        var grown = reputation(growing, detection);
        for (String who : List.of("N", "X0", "X7", "X8", "X44", "X89")) {
            var application = new Population().account(who, DAY, "device:kiosk").application(who);
            assertThat(grown.worst(application)).as(who).isEqualTo(standing.worst(application));
        }
        assertThat(grown.worst(together.application("X0")).orElseThrow().accounts())
                .isEqualTo(89);
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
        var recent = DeviceReputation.Recent.of(new DeviceUsers(4, new int[0], 1, 3, now - 107 * day), now);
        double expected = 7 * 2 / 280.0;
        assertThat(recent.accounts()).isEqualTo(3);
        assertThat(recent.bits()).isCloseTo((3 * Math.log(3 / expected) - (3 - expected)) / Math.log(2), within(1e-9));
        assertThat(DeviceReputation.Recent.of(new DeviceUsers(0, new int[0], 0, 0, Long.MAX_VALUE), now)
                        .bits())
                .isZero();
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
