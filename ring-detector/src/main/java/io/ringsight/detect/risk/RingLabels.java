package io.ringsight.detect.risk;

import io.ringsight.detect.evidence.LogOdds;
import io.ringsight.detect.ring.Reason;
import java.util.Optional;

/**
 * What the labels of a ring's members say: the fraction of fraud in the ring is Beta-distributed, its mean before the
 * labels is what the evidence gave, its weight that of {@link RiskParameters#labelStrength()} labels; the labels are
 * binomial draws.
 *
 * @param fraud members labelled so
 * @param legit members labelled so
 */
record RingLabels(int fraud, int legit) {
    static final RingLabels NONE = new RingLabels(0, 0);

    RingLabels plus(int label) {
        return new RingLabels(fraud + (label > 0 ? 1 : 0), legit + (label < 0 ? 1 : 0));
    }

    /** Without the label of one member: 1 fraud, -1 legit, 0 none. */
    RingLabels without(int label) {
        return new RingLabels(fraud - (label > 0 ? 1 : 0), legit - (label < 0 ? 1 : 0));
    }

    /** The bits between the mean before and after; nothing without labels. */
    Optional<Reason> reason(double bitsBefore, double strength) {
        if (fraud == 0 && legit == 0) {
            return Optional.empty();
        }
        double before = LogOdds.probability(bitsBefore);
        double after = (strength * before + fraud) / (strength + fraud + legit);
        // Certainty stays out of reach: as if the evidence left a hair's breadth on either side.
        double bits = LogOdds.bits(Math.clamp(after, 1e-6, 1 - 1e-6)) - bitsBefore;
        return Optional.of(RiskModel.ofLabels(bits));
    }
}
