package io.ringsight.detect.check;

import io.ringsight.detect.evidence.CodeTypes;
import io.ringsight.detect.evidence.LogOdds;
import io.ringsight.detect.evidence.PairWeigher;
import io.ringsight.detect.membership.CurrentRings;
import io.ringsight.detect.ring.Reason;
import io.ringsight.detect.ring.Ring;
import io.ringsight.detect.risk.RiskModel;
import java.util.Map;

/**
 * What the account at the other end of a tie makes of the tie. Two identities are in the same hands only if both are made up. So what speaks
 * against the other account speaks for the tie, as far as it is known by other things than those that the tie itself is by: a telephone that
 * is shared with one account means more where that account's bank card was shared by a ring.
 *
 * <p>By Bayes' rule, with h the probability by the pair alone that both are in the same hands, s that they are one person, o = 1 - h - s, p
 * the probability of any account to be fraudulent before anything is known, and q that of the other account by what else is known of it:
 * {@code h' = (h q/p) / (h q/p + s + o)}, since the other is fraudulent for certain in the first case and as anybody in the others; s' is s
 * over the same sum. (J. Pearl, Probabilistic Reasoning in Intelligent Systems, 1988, section 4.2: what a neighbour is told by everything
 * but oneself.) Where q is p the tie stays as it is.
 *
 * <p>Known by other things: the reasons of its ring that are of identifier types which the tie is not by; where there are such, labels; and
 * all that speak for it. Never more than the account's own risk. Reasons of names, of time and of crowds go with whatever was shared and do
 * not count.
 */
final class OtherEnd {
    private final CurrentRings rings;
    private final PairWeigher weigher;
    private final CodeTypes types;
    private final double prior;

    OtherEnd(CurrentRings rings, PairWeigher weigher, CodeTypes types, double prior) {
        this.rings = rings;
        this.weigher = weigher;
        this.types = types;
        this.prior = prior;
    }

    /** Accounts of a ring that a pair with an applicant is alike for. */
    record Alike(String ringId, long first, long second) {}

    /**
     * The tie in view of what is known of its other end.
     *
     * @param told what was found for accounts that are alike, to which this adds: members of a ring mostly are
     */
    Tie believed(Tie tie, Map<Alike, Double> told) {
        Ring ring = rings.ringOf(tie.account());
        if (ring == null) {
            return tie;
        }
        var alike = new Alike(ring.ringId(), tie.pair().first(), tie.pair().second());
        double suspicion = told.computeIfAbsent(alike, _ -> suspicion(tie, ring));
        double risk = rings.riskOf(tie.account());
        double hands = tie.operated() * (risk < suspicion ? risk : suspicion) / prior; // the risk may not be known
        double rest = 1 - tie.operated();
        double person = tie.probability() - tie.operated();
        return new Tie(tie.pair(), tie.accountId(), (hands + person) / (hands + rest), hands / (hands + rest));
    }

    /** That members of the ring are fraudulent, by other things than the tie is by. */
    private double suspicion(Tie tie, Ring ring) {
        double against = 0; // by what it shares with its ring beside
        double labels = 0;
        double rest = LogOdds.bits(prior);
        for (Reason reason : ring.reasons()) {
            if (reason.bits() < 0) {
                rest += reason.bits();
            } else if (RiskModel.isOfLabels(reason)) {
                labels += reason.bits();
            } else if (isOfAnother(reason, tie)) {
                against += reason.bits();
            }
        }
        // A ring that hangs together by what the tie is by may be no ring: then its labels are of strangers.
        return LogOdds.probability(rest + against + (against > 0 ? labels : 0));
    }

    private boolean isOfAnother(Reason reason, Tie tie) {
        return types.of(reason.code())
                .filter(type -> !weigher.agreesIn(tie.pair(), type))
                .isPresent();
    }
}
