package io.ringsight.detect.evaluation.faithfulness;

/**
 * How often explanations hold, over all risky rings.
 *
 * @param method how what is left was scored
 * @param rings risky ones
 * @param necessary of which the score falls below the threshold without what was cited
 * @param sufficient of which it stays above with nothing else
 * @param cited things that are cited, all rings together
 * @param things what members present, in things to choose from, all rings together
 */
public record Faithfulness(String method, int rings, int necessary, int sufficient, long cited, long things) {
    /** Share of the rings, 0 to 1. */
    public double necessity() {
        return necessary / (double) rings;
    }

    /** Share of the rings, 0 to 1. */
    public double sufficiency() {
        return sufficient / (double) rings;
    }

    public double citedPerRing() {
        return cited / (double) rings;
    }

    public double thingsPerRing() {
        return things / (double) rings;
    }
}
