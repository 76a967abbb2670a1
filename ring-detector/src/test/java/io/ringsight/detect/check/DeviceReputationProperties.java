package io.ringsight.detect.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringsight.detect.AccountRisk;
import io.ringsight.detect.Detection;
import io.ringsight.detect.DetectionParameters;
import io.ringsight.detect.DetectionRun;
import io.ringsight.detect.Population;
import io.ringsight.detect.cluster.ComponentEngine;
import io.ringsight.detect.evidence.GrowingGraph;
import io.ringsight.detect.membership.CurrentRings;
import io.ringsight.detect.membership.MembershipIndex;
import io.ringsight.ingest.progress.Progress;
import io.ringsight.ingest.record.TokenisedApplication;
import io.ringsight.ingest.snapshot.IdentityGraph;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class DeviceReputationProperties {
    private static final Detection SOME = new DetectionRun(
                    DetectionParameters.defaults(), ComponentEngine.jvm(), Optional.empty())
            .run(new Population().account("A", 1, "device:a").graph(), List.of(), Progress.silent());
    private static final int DAY = 60;

    /** Also where the users are more than those whose risk is looked at. */
    @Property(tries = 300)
    void honestUsersNeverMakeADeviceRiskier(
            @ForAll @Size(max = 70) List<@DoubleRange(min = 0, max = 1) Double> risks,
            @ForAll @IntRange(min = 1, max = 20) int honest) {
        double before = device(risks, 0).risk();
        List<Double> more = new ArrayList<>(risks);
        for (int i = 0; i < honest; i++) {
            more.add(0.0);
            double after = device(more, 0).risk();
            assertThat(after).isLessThanOrEqualTo(before);
            before = after;
        }
    }

    @Property(tries = 300)
    void anotherOrderIsTheSame(
            @ForAll @Size(max = 70) List<@DoubleRange(min = 0, max = 1) Double> risks, @ForAll long seed) {
        assertThat(device(risks, seed)).isEqualTo(device(risks, 0));
    }

    @Property(tries = 300)
    void riskAndShareAreProbabilities(@ForAll @Size(max = 70) List<@DoubleRange(min = 0, max = 1) Double> risks) {
        DeviceRisk device = device(risks, 0);
        assertThat(device.risk()).isBetween(0.0, 1.0);
        assertThat(device.fraudShare().orElse(0)).isBetween(0.0, 1.0);
        assertThat(device.lastWeek()).isLessThanOrEqualTo(device.accounts());
        assertThat(device.paceBits()).isNotNegative();
    }

    /** A device whose users have these risks: half of them in the snapshot, half came since, in some order. */
    private static DeviceRisk device(List<Double> risks, long seed) {
        var before = new Population();
        List<TokenisedApplication> since = new ArrayList<>();
        List<AccountRisk> accounts = new ArrayList<>();
        for (int i = 0; i < risks.size(); i++) {
            String id = "U%02d".formatted(i);
            accounts.add(new AccountRisk(id, null, risks.get(i), List.of()));
            if (i % 2 == 0) {
                before.account(id, i % DAY, "device:d", "email:" + i);
            } else {
                since.add(new Population()
                        .account(id, i % DAY, "device:d", "email:" + i)
                        .application(id));
            }
        }
        IdentityGraph graph = before.graph("key", seed);
        var growing = GrowingGraph.of(graph, MembershipIndex.of(graph));
        Collections.shuffle(since, new Random(seed));
        since.forEach(growing::add);
        var detection = new Detection(accounts, List.of(), List.of(), SOME.facts());
        return new DeviceReputation(growing, CurrentRings.of(growing, detection), 0.03)
                .worst(new Population().account("N", DAY, "device:d").application("N"))
                .orElseThrow();
    }
}
