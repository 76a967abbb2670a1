package io.ringsight.detect.check;

import io.ringsight.detect.evidence.GrowingGraph;
import io.ringsight.detect.evidence.LogOdds;
import io.ringsight.detect.evidence.PairWeigher;
import io.ringsight.detect.evidence.PairWeigher.Weighed;
import io.ringsight.detect.ring.Reason;
import io.ringsight.detect.ring.Ring;
import io.ringsight.detect.risk.Calibration;
import io.ringsight.detect.risk.RiskModel;
import io.ringsight.detect.risk.Risks.Risk;
import io.ringsight.detect.risk.column.EvidenceRow;
import io.ringsight.detect.risk.learned.LearnedJudge;
import io.ringsight.detect.risk.network.ApplicantNetwork;
import io.ringsight.ingest.record.TokenisedApplication;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Asks a network about applicants. It corrects what evidence alone says, which is what it was taught to correct; where labels taught the ring
 * that is joined, their word counts as much: the mean of both log odds (C. Genest, J. Zidek: Combining probability distributions, Statistical
 * Science 1, 1986, logarithmic pooling). As thread-safe as the graph is.
 */
final class NetworkJudge {
    private final ApplicantNetwork network;
    private final GrowingGraph graph;
    private final PairWeigher weigher;
    private final RiskModel risks;
    private final EvidenceRow nobody;

    NetworkJudge(ApplicantNetwork network, GrowingGraph graph, PairWeigher weigher, RiskModel risks) {
        this.network = network;
        this.graph = graph;
        this.weigher = weigher;
        this.risks = risks;
        nobody = EvidenceRow.of(graph.snapshot().types());
    }

    /**
     * What is held of an applicant without the network.
     *
     * @param risk of it
     * @param learned whether labels taught it
     * @param carrying ties that it comes by, most probable first
     * @param linked whether these hold a ring together
     * @param ring that is joined
     * @param size of the ring, the applicant in it
     * @param joining from what a ring stands on to what it stands on with the applicant in it
     */
    record Held(
            Risk risk,
            boolean learned,
            List<Tie> carrying,
            boolean linked,
            Optional<Ring> ring,
            int size,
            UnaryOperator<List<Reason>> joining) {}

    /** With what the network says; empty where it has nothing to say: of accounts of the snapshot, and who shares nothing with anybody. */
    Optional<Risk> judge(TokenisedApplication application, Applicant applicant, TieSearch.Found found, Held held) {
        if (applicant.isOfSnapshot()) {
            return Optional.empty(); // the network has heard it: the detection says what of it
        }
        List<Weighed> weighed = found.weighed().stream()
                .filter(pair -> !found.apart().contains(pair.account()))
                .toList();
        var question = new NetworkQuestion(network, graph, weigher, applicant, application, weighed, found.apart());
        if (question.isAlone()) {
            return Optional.empty();
        }
        List<Reason> ring = held.carrying().isEmpty() ? List.of() : ring(held);
        Risk evidence = evidence(held, ring);
        var laidOut = question.applicant(row(weighed, held, ring, evidence));
        double corrected = network.bits(laidOut, LogOdds.bits(evidence.probability()));
        double before = LogOdds.bits(held.risk().probability());
        double after = held.learned() ? (before + corrected) / 2 : corrected;
        var reasons = new ArrayList<>(held.risk().reasons());
        reasons.add(new Reason(LearnedJudge.NETWORK, after - before));
        reasons.sort(Reason.STRONGEST_FIRST);
        return Optional.of(new Risk(LogOdds.probability(after), reasons));
    }

    /** What evidence alone says, without labels and what they calibrated. */
    private Risk evidence(Held held, List<Reason> ring) {
        return risks.risk(
                held.carrying().isEmpty()
                        ? ring
                        : risks.weakened(ring, held.carrying().getFirst().probability()),
                Calibration.NONE);
    }

    /** What the ring stands on by evidence alone, the applicant in it. */
    private List<Reason> ring(Held held) {
        return held.joining()
                .apply(held.ring()
                        .map(ring ->
                                network.evidence(ring.ringId()).orElseGet(() -> RiskModel.uncalibrated(ring.reasons())))
                        .orElse(List.of()));
    }

    /** As of an account that has been taken in: one in no ring is as risky as anybody. */
    private EvidenceRow row(List<Weighed> weighed, Held held, List<Reason> ring, Risk evidence) {
        EvidenceRow row = nobody.another();
        weighed.forEach(pair -> row.pair(pair.probability(), pair.operated()));
        if (row.strongest() >= 0) {
            row.fields(weigher.evidence(weighed.get(row.strongest())));
        }
        if (held.linked()) {
            row.risk(evidence.probability());
            row.ring(risks.risk(ring, Calibration.NONE).probability(), held.size());
        } else {
            row.risk(risks.risk(List.of(), Calibration.NONE).probability());
        }
        return row;
    }
}
