package io.ringsight.detect.risk;

import io.ringsight.detect.cluster.WeightedGraph;
import io.ringsight.detect.evidence.AccountOrder;
import io.ringsight.detect.evidence.EvidenceModel;
import io.ringsight.detect.evidence.IdentifierWeights;
import io.ringsight.detect.ring.Reason;
import io.ringsight.detect.risk.Risks.Risk;
import io.ringsight.ingest.record.AccountLabel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The risk of a ring as a whole is the prior plus the bits of its {@linkplain RingProfile profile} plus what the
 * {@linkplain RingLabels labels} of its members say. An account is as risky as its ring as far as it belongs to it, by
 * its strongest link, and else as the prior; its own label never counts for it. With enough labels of both classes all
 * is calibrated on them. Thread-safe.
 */
public final class RiskModel {
    private final IdentifierWeights weights;
    private final RiskParameters parameters;
    private final double prior;
    private final double priorBits;
    private final Pace pace;

    public RiskModel(IdentifierWeights weights, RiskParameters parameters, double prior) {
        this.weights = weights;
        this.parameters = parameters;
        this.prior = prior;
        this.priorBits = EvidenceModel.bits(prior);
        this.pace = new Pace(weights.graph());
    }

    /** A profile to fill. */
    public RingProfile profile() {
        return new RingProfile(weights, parameters, pace);
    }

    /**
     * @param rings members by rank, ascending
     * @param links over ranks, those that hold rings together
     * @param labels that may be used
     */
    public Risks score(int[][] rings, WeightedGraph links, AccountOrder order, List<AccountLabel> labels) {
        int[] label = labelsByRank(order, labels);
        var scored = new ArrayList<ScoredRing>(rings.length);
        double[] belonging = new double[order.size()];
        int[] ringOf = new int[order.size()];
        Arrays.fill(ringOf, -1);
        for (int r = 0; r < rings.length; r++) {
            for (int rank : rings[r]) {
                ringOf[rank] = r;
            }
        }
        for (int[] members : rings) {
            RingProfile profile = profile();
            RingLabels known = RingLabels.NONE;
            for (int rank : members) {
                profile.add(order.account(rank));
                known = known.plus(label[rank]);
                belonging[rank] = strongestLink(links, ringOf, rank);
            }
            scored.add(new ScoredRing(profile.reasons(), known));
        }
        Calibration calibration = calibrate(label, ringOf, belonging, scored);
        var ringRisks = new ArrayList<Risk>(rings.length);
        for (ScoredRing ring : scored) {
            ringRisks.add(risk(ringReasons(ring, ring.labels), calibration));
        }
        Risk outside = risk(List.of(), calibration);
        var accountRisks = new ArrayList<Risk>(order.size());
        for (int rank = 0; rank < order.size(); rank++) {
            accountRisks.add(
                    ringOf[rank] < 0
                            ? outside
                            : risk(memberReasons(scored.get(ringOf[rank]), label[rank], belonging[rank]), calibration));
        }
        return new Risks(ringRisks, accountRisks, calibration);
    }

    /** The risk that follows from the prior and these reasons. */
    public Risk risk(List<Reason> reasons, Calibration calibration) {
        double bits = bits(reasons);
        double calibrated = calibration.of(bits);
        if (!calibration.fitted()) {
            return new Risk(EvidenceModel.probability(bits), reasons);
        }
        var all = new ArrayList<>(reasons);
        all.add(new Reason("CALIBRATION", calibrated - bits));
        all.sort(RingProfile.STRONGEST_FIRST);
        return new Risk(EvidenceModel.probability(calibrated), all);
    }

    /** The reasons of a ring, weakened for a member that may not belong: {@code WEAK_MEMBERSHIP} is what it takes. */
    public List<Reason> weakened(List<Reason> ringReasons, double belonging) {
        double bits = bits(ringReasons);
        double risk = belonging * EvidenceModel.probability(bits) + (1 - belonging) * prior;
        double weaker = EvidenceModel.bits(risk) - bits;
        var reasons = new ArrayList<>(ringReasons);
        reasons.add(new Reason("WEAK_MEMBERSHIP", weaker));
        reasons.sort(RingProfile.STRONGEST_FIRST);
        return reasons;
    }

    private double bits(List<Reason> reasons) {
        double bits = priorBits;
        for (Reason reason : reasons) {
            bits += reason.bits();
        }
        return bits;
    }

    private List<Reason> ringReasons(ScoredRing ring, RingLabels known) {
        var reasons = new ArrayList<>(ring.profile);
        known.reason(bits(ring.profile), parameters.labelStrength()).ifPresent(reasons::add);
        reasons.sort(RingProfile.STRONGEST_FIRST);
        return reasons;
    }

    private List<Reason> memberReasons(ScoredRing ring, int ownLabel, double belonging) {
        return weakened(ringReasons(ring, ring.labels.without(ownLabel)), belonging);
    }

    private Calibration calibrate(int[] label, int[] ringOf, double[] belonging, List<ScoredRing> rings) {
        int labelled = 0;
        int fraud = 0;
        for (int value : label) {
            labelled += value != 0 ? 1 : 0;
            fraud += value > 0 ? 1 : 0;
        }
        if (Math.min(fraud, labelled - fraud) < parameters.leastLabels()) {
            return Calibration.NONE;
        }
        double[] bits = new double[labelled];
        int[] labels = new int[labelled];
        int size = 0;
        for (int rank = 0; rank < label.length; rank++) {
            if (label[rank] != 0) {
                bits[size] = ringOf[rank] < 0
                        ? priorBits
                        : bits(memberReasons(rings.get(ringOf[rank]), label[rank], belonging[rank]));
                labels[size++] = label[rank];
            }
        }
        return Calibration.fit(bits, labels);
    }

    /** 1 fraud, -1 legit, 0 none; of several labels of one account the newest counts, of equally new ones fraud. */
    private static int[] labelsByRank(AccountOrder order, List<AccountLabel> labels) {
        int[] byRank = new int[order.size()];
        long[] newest = new long[order.size()];
        for (AccountLabel label : labels) {
            int rank = order.rankOf(label.accountId());
            if (rank < 0) {
                continue;
            }
            int value = label.verdict() == AccountLabel.Verdict.FRAUD ? 1 : -1;
            if (byRank[rank] == 0
                    || label.labelledAt() > newest[rank]
                    || label.labelledAt() == newest[rank] && value > byRank[rank]) {
                byRank[rank] = value;
                newest[rank] = label.labelledAt();
            }
        }
        return byRank;
    }

    private static double strongestLink(WeightedGraph links, int[] ringOf, int rank) {
        double strongest = 0;
        for (int at = links.offsets()[rank]; at < links.offsets()[rank + 1]; at++) {
            if (ringOf[links.neighbours()[at]] == ringOf[rank]) {
                strongest = Math.max(strongest, links.weights()[at]);
            }
        }
        return strongest;
    }

    private record ScoredRing(List<Reason> profile, RingLabels labels) {}
}
