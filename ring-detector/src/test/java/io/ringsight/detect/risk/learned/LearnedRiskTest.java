package io.ringsight.detect.risk.learned;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.ringsight.detect.AccountRisk;
import io.ringsight.detect.Detection;
import io.ringsight.detect.DetectionParameters;
import io.ringsight.detect.DetectionRun;
import io.ringsight.detect.cluster.ComponentEngine;
import io.ringsight.detect.evidence.LogOdds;
import io.ringsight.detect.ring.Reason;
import io.ringsight.detect.ring.Ring;
import io.ringsight.detect.risk.network.Gangs;
import io.ringsight.ingest.progress.Progress;
import io.ringsight.ingest.record.AccountLabel;
import io.ringsight.ingest.snapshot.IdentityGraph;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class LearnedRiskTest {
    private static final double PRIOR = DetectionParameters.defaults().prior();

    private final Detection detection = detect(Gangs.graph(), Gangs.labels());

    @Test
    void tellsGangsFromHomesAmongAccountsWithoutALabel() {
        assertThat(detection.facts().learned()).isTrue();
        assertThat(detection.calibrated()).isTrue();
        assertThat(detection.facts().modelVersion()).endsWith("+learned");
        var labelled = Gangs.labels().stream().map(AccountLabel::accountId).collect(Collectors.toSet());
        double gangs = mean(id -> Gangs.isFraud(id) && !labelled.contains(id));
        double homes = mean(id -> !Gangs.isFraud(id) && !labelled.contains(id));
        assertThat(gangs).isGreaterThan(0.5);
        assertThat(homes).isLessThan(PRIOR);
    }

    @Test
    void ringsOfGangsAreRiskyAndNoOthers() {
        assertThat(detection.rings()).hasSizeGreaterThan(50);
        for (Ring ring : detection.rings()) {
            if (ring.members().stream().noneMatch(Gangs::isFraud)) {
                assertThat(ring.risk()).as(ring.toString()).isLessThan(0.5);
            }
        }
        assertThat(detection.rings().stream()
                        .filter(ring -> ring.members().stream().allMatch(Gangs::isFraud))
                        .filter(ring -> ring.risk() >= 0.5)
                        .count())
                .isGreaterThan(50);
    }

    @Test
    void reasonsAddUpToTheRisk() {
        for (AccountRisk account : detection.accounts()) {
            assertAddsUp(account.reasons(), account.risk());
        }
        for (Ring ring : detection.rings()) {
            assertAddsUp(ring.reasons(), ring.risk());
        }
    }

    @Test
    void nothingDependsOnKeysOrOrder() {
        Detection other = detect(Gangs.graph("other", 7), Gangs.labels());
        assertThat(other.accounts()).isEqualTo(detection.accounts());
        assertThat(other.rings()).isEqualTo(detection.rings());
    }

    @Test
    void staysWithEvidenceWhereLabelsAreFew() {
        Detection few = detect(Gangs.graph(), Gangs.labels().subList(0, 20));
        assertThat(few.facts().learned()).isFalse();
    }

    @Test
    void oneClassTeachesNothing() {
        List<AccountLabel> frauds = Gangs.labels().stream()
                .filter(label -> Gangs.isFraud(label.accountId()))
                .toList();
        assertThat(detect(Gangs.graph(), frauds).facts().learned()).isFalse();
    }

    private double mean(Predicate<String> which) {
        return detection.accounts().stream()
                .filter(account -> which.test(account.accountId()))
                .mapToDouble(AccountRisk::risk)
                .average()
                .orElseThrow();
    }

    private static void assertAddsUp(List<Reason> reasons, double risk) {
        double bits =
                LogOdds.bits(PRIOR) + reasons.stream().mapToDouble(Reason::bits).sum();
        assertThat(LogOdds.probability(bits)).isCloseTo(risk, within(1e-9));
    }

    private static Detection detect(IdentityGraph graph, List<AccountLabel> labels) {
        return new DetectionRun(Gangs.PARAMETERS, ComponentEngine.jvm(), Optional.empty())
                .run(graph, labels, Progress.silent());
    }
}
