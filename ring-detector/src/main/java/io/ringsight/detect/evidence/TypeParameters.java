package io.ringsight.detect.evidence;

/**
 * How identifiers of one type are shared.
 *
 * @param m probability that two accounts under common control share a value of this type
 * @param innocent kappa: with how many other accounts an honest account shares its value, on average
 * @param honestShare iota: which part of an identifier's further accounts is explained by honest sharing
 * @param group which other agreements come with it anyway
 */
public record TypeParameters(double m, double innocent, double honestShare, DependenceGroup group) {
    public TypeParameters {
        if (!(m > 0 && m < 1 && innocent > 0 && honestShare > 0 && honestShare <= 1)) {
            throw new IllegalArgumentException("Type parameters out of range: m " + m + ", innocent " + innocent
                    + ", honest share " + honestShare);
        }
    }
}
