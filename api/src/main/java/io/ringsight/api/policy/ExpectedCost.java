package io.ringsight.api.policy;

import java.util.EnumMap;
import java.util.Map;

/**
 * Chooses the decision of least expected cost; of equal ones the mildest. With probability {@code p} and exposure {@code x} a decision
 * {@code d} costs
 *
 * <pre>
 * (1 - p) * falseAlarm(d) + p * (1 - stops(d)) * (missedFraud + missedFraudPerExposure * x)
 * </pre>
 *
 * where {@code falseAlarm(allow) = stops(allow) = 0}, and an unknown {@code x} is 0. This is the minimum expected cost rule of Elkan, The
 * Foundations of Cost-Sensitive Learning, IJCAI 2001, for more than two decisions. As both tables rise with severity, what a severer
 * decision costs more falls as {@code p} rises: a higher probability never makes it milder.
 *
 * @param falseAlarm what it costs to decide so about somebody honest
 * @param stops share of fraudulent applicants whom the decision stops, 0 to 1
 * @param missedFraud what fraud costs that is not stopped
 * @param missedFraudPerExposure what it costs beside that for each unit of exposure
 */
public record ExpectedCost(
        Map<Decision, Double> falseAlarm,
        Map<Decision, Double> stops,
        double missedFraud,
        double missedFraudPerExposure)
        implements Choice {
    public ExpectedCost {
        falseAlarm = rising("false_alarm", falseAlarm, Double.MAX_VALUE);
        stops = rising("stops", stops, 1);
        if (!(missedFraud >= 0 && missedFraudPerExposure >= 0 && missedFraud + missedFraudPerExposure > 0)
                || Double.isInfinite(missedFraud + missedFraudPerExposure)) {
            throw new IllegalArgumentException("a missed fraud must cost something, but missed_fraud is " + missedFraud
                    + " and missed_fraud_per_exposure is " + missedFraudPerExposure);
        }
    }

    @Override
    public Decision of(PolicyInput input) {
        Decision least = Decision.ALLOW;
        for (Decision decision : Decision.values()) {
            if (of(decision, input) < of(least, input)) {
                least = decision;
            }
        }
        return least;
    }

    /** What a decision costs in the mean. */
    double of(Decision decision, PolicyInput input) {
        double fraud = missedFraud
                + missedFraudPerExposure * Math.max(0, input.exposure().orElse(0));
        double probability = input.probability();
        return (1 - probability) * falseAlarm.getOrDefault(decision, 0.0)
                + probability * (1 - stops.getOrDefault(decision, 0.0)) * fraud;
    }

    private static Map<Decision, Double> rising(String name, Map<Decision, Double> values, double most) {
        double before = 0;
        var all = new EnumMap<Decision, Double>(Decision.class);
        for (Decision decision : Decision.values()) {
            double value = values.getOrDefault(decision, decision == Decision.ALLOW ? 0.0 : Double.NaN);
            boolean first = decision == Decision.ALLOW;
            if (!(value >= before && value <= most) || first && value != 0) {
                throw new IllegalArgumentException(
                        name + " must rise from 0 for allow over step_up and review to deny, but is " + value + " for "
                                + decision.word());
            }
            before = value;
            all.put(decision, value);
        }
        return Map.copyOf(all);
    }
}
