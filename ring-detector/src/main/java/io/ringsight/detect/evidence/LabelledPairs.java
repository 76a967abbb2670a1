package io.ringsight.detect.evidence;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Pairs of which both accounts have a label: two frauds may be in the same hands, a fraud and an honest account never are, nor one person's.
 * From them follows how much oftener pairs are in the same hands than the {@link PairModel} holds: the intercept of a calibration (J. Platt:
 * Probabilistic outputs for support vector machines, 1999), fitted by likelihood given that both accounts have a label, so that it does not
 * matter that frauds are labelled oftener. Its slope stays 1. One thread, one use.
 */
final class LabelledPairs {
    /** Natural log by which the factor is expected to be off, before any label: what two labelled pairs say hardly moves it. */
    private static final double EXPECTED = 1;

    private static final double MOST = 4;
    private static final int STEPS = 40; // each leaves two thirds of the range

    private final double fraud;
    private final double oftener; // how much oftener a fraud has a label than an honest account
    private final List<Pair> pairs = new ArrayList<>();

    private record Pair(double hands, double person, double others, int frauds) {}

    /**
     * @param fraud probability that an account is fraudulent, before anything is known
     * @param oftener how much oftener a fraud has a label than an honest account
     */
    LabelledPairs(double fraud, double oftener) {
        this.fraud = fraud;
        this.oftener = oftener;
    }

    /** @param labels by rank, see {@link LabelsByRank} */
    static LabelledPairs of(PairModel model, PatternedPairs compared, int[] labels, double fraud) {
        double frauds = Arrays.stream(labels).filter(label -> label > 0).count();
        double honest = Arrays.stream(labels).filter(label -> label < 0).count();
        var labelled = new LabelledPairs(fraud, frauds / Math.max(1, honest) * (1 - fraud) / fraud);
        if (frauds == 0 || honest == 0) {
            return labelled;
        }
        double[] probability = new double[Relation.ALL.length];
        for (int pair = 0; pair < compared.pattern().length; pair++) {
            int a = labels[compared.pairs().lower(pair)];
            int b = labels[compared.pairs().upper(pair)];
            if (a != 0 && b != 0) {
                int pattern = compared.pattern()[pair];
                model.posterior(
                        compared.patterns().first(pattern), compared.patterns().second(pattern), probability);
                labelled.add(
                        Relation.sum(Relation.HANDS, probability),
                        probability[Relation.SAME_PERSON.ordinal()],
                        (a + b + 2) / 2);
            }
        }
        return labelled;
    }

    /**
     * @param hands probability that the pair is in the same hands
     * @param person … one person
     * @param frauds how many of the two are labelled fraud
     */
    void add(double hands, double person, int frauds) {
        pairs.add(new Pair(hands, person, Math.max(0, 1 - hands - person), frauds));
    }

    /** How much oftener pairs are in the same hands than the model holds; 1 where labels say nothing. */
    double factor() {
        if (pairs.isEmpty()) {
            return 1;
        }
        double low = -MOST;
        double high = MOST;
        for (int i = 0; i < STEPS; i++) {
            double third = (high - low) / 3;
            if (logPosterior(low + third) < logPosterior(high - third)) {
                low += third;
            } else {
                high -= third;
            }
        }
        return StrictMath.exp((low + high) / 2);
    }

    private double logPosterior(double log) {
        double factor = StrictMath.exp(log);
        double sum = -log * log / (2 * EXPECTED * EXPECTED);
        double labelledFraud = fraud * oftener;
        double labelledHonest = 1 - fraud;
        double labelled = labelledFraud + labelledHonest;
        double ofPerson = labelledFraud * oftener + labelledHonest;
        for (Pair pair : pairs) {
            double hands = factor * pair.hands * oftener * oftener;
            double seen = switch (pair.frauds) {
                case 2 -> hands + pair.person * labelledFraud * oftener + pair.others * labelledFraud * labelledFraud;
                case 1 -> pair.others * 2 * labelledFraud * labelledHonest;
                default -> pair.person * labelledHonest + pair.others * labelledHonest * labelledHonest;
            };
            double any = hands + pair.person * ofPerson + pair.others * labelled * labelled;
            sum += StrictMath.log(Math.max(Double.MIN_NORMAL, seen) / Math.max(Double.MIN_NORMAL, any));
        }
        return sum;
    }
}
