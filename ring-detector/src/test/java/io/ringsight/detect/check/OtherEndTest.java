package io.ringsight.detect.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.ringsight.detect.Detection;
import io.ringsight.detect.DetectionParameters;
import io.ringsight.detect.DetectionRun;
import io.ringsight.detect.Population;
import io.ringsight.detect.cluster.ComponentEngine;
import io.ringsight.detect.disposition.Judgements;
import io.ringsight.detect.evidence.CodeTypes;
import io.ringsight.detect.evidence.GrowingGraph;
import io.ringsight.detect.evidence.PairWeigher;
import io.ringsight.detect.membership.CurrentRings;
import io.ringsight.detect.membership.MembershipIndex;
import io.ringsight.ingest.progress.Progress;
import io.ringsight.ingest.record.IdentifierTypes;
import io.ringsight.ingest.record.TokenisedApplication;
import io.ringsight.ingest.snapshot.IdentityGraph;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class OtherEndTest {
    private static final DetectionParameters PARAMETERS = DetectionParameters.defaults();
    private static final double ANY = 1e-9; // no tie is too faint

    private final IdentityGraph snapshot = population().graph();
    private final Detection detection = new DetectionRun(PARAMETERS, ComponentEngine.jvm(), Optional.empty())
            .run(snapshot, List.of(), Progress.silent());
    private final GrowingGraph graph = GrowingGraph.of(snapshot, MembershipIndex.of(snapshot));
    private final CurrentRings rings = CurrentRings.of(graph, detection);
    private final PairWeigher weigher =
            new PairWeigher(graph, PARAMETERS.evidence(), detection.facts().pairModel());
    private final OtherEnd otherEnd =
            new OtherEnd(rings, weigher, new CodeTypes(IdentifierTypes.builtIn()), PARAMETERS.prior());

    @Test
    void aRingOfOtherThingsSpeaksForATieAsBayesHasIt() {
        Tie tie = tie("F0", "phone:lent");
        assertThat(rings.ringOf(tie.account()))
                .isNotNull()
                .satisfies(ring -> assertThat(ring.risk()).isGreaterThan(0.95));
        assertThat(tie.operated()).isBetween(0.01, 0.5);
        Tie believed = otherEnd.believed(tie, new HashMap<>());

        // its share of the joint probability of the pair and of all that is known of the other end
        double prior = PARAMETERS.prior();
        double suspicion =
                believed.operated() / (1 - believed.operated()) * (1 - tie.operated()) / tie.operated() * prior;
        assertThat(suspicion).isBetween(0.9, rings.riskOf(tie.account()) + 1e-9);
        double hands = tie.operated() * suspicion;
        double person = (tie.probability() - tie.operated()) * prior;
        double others = (1 - tie.probability()) * prior;
        assertThat(believed.operated()).isCloseTo(hands / (hands + person + others), within(1e-12));
        assertThat(believed.probability()).isCloseTo((hands + person) / (hands + person + others), within(1e-12));
        assertThat(believed.pair()).isEqualTo(tie.pair());
    }

    @Test
    void whatTheTieIsByIsNotCountedTwice() {
        Tie tie = tie("F1", "document:forged", "tax_id:forged");
        assertThat(rings.ringOf(tie.account())).isNotNull();
        assertThat(otherEnd.believed(tie, new HashMap<>()).probability())
                .isLessThanOrEqualTo(tie.probability() + 1e-12);
    }

    @Test
    void ofAnAccountInNoRingNothingIsKnown() {
        Tie tie = tie("A0", "phone:a0");
        assertThat(otherEnd.believed(tie, new HashMap<>())).isEqualTo(tie);
    }

    @Test
    void anApplicantIsAsRiskyAsThat() {
        var check = new Check(graph, rings, PARAMETERS);
        double byRing = check.decide(applicant("phone:lent")).probability();
        double byAnybody = check.decide(applicant("phone:a0")).probability();
        assertThat(byRing).isGreaterThan(2 * byAnybody);
    }

    private static Population population() {
        var population = new Population();
        for (int i = 0; i < 100; i++) {
            population.account("A" + i, i % 60, "email:a" + i, "device:a" + i, "tax_id:a" + i, "phone:a" + i);
        }
        for (int i = 0; i < 6; i++) {
            population.account("F" + i, 40 + i, "document:forged", "tax_id:forged", "email:f" + i);
        }
        return population.account("F0", 40, "document:forged", "tax_id:forged", "email:f0", "phone:lent");
    }

    private static TokenisedApplication applicant(String... identifiers) {
        return new Population().account("N", 45, identifiers).application("N");
    }

    private Tie tie(String other, String... identifiers) {
        var applicant = new Applicant(applicant(identifiers), false, graph, weigher);
        return new TieSearch(graph, weigher, ANY, Judgements.none())
                .find(applicant, "N", new TreeSet<>()).ties().stream()
                        .filter(tie -> tie.accountId().equals(other))
                        .findFirst()
                        .orElseThrow();
    }
}
