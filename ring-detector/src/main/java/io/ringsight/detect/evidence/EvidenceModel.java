package io.ringsight.detect.evidence;

import io.ringsight.ingest.record.IdentifierTypes;
import java.util.Locale;

/**
 * What an agreement weighs: I. P. Fellegi, A. B. Sunter, A Theory for Record Linkage, JASA 64 (1969), with u from the
 * identifier's own frequency.
 *
 * <p>For an identifier of d accounts among N, {@code u = (kappa + iota (d - 1)) / (N - 1)} is the probability that a
 * random innocent pair shares it, and the likelihood ratio is {@code (m + (1 - m) u) / u}: whoever is under common
 * control shares on purpose, or else by the same chance as everybody. The prior odds of a random pair are
 * {@code c / (N - 1)}. N cancels, and the odds of one agreement behave like {@code c m / (kappa + iota (d - 1))}: hubs
 * fade out, there is no cut. Thread-safe.
 */
public final class EvidenceModel {
    private static final double LOG_2 = StrictMath.log(2);

    private final EvidenceParameters parameters;
    private final IdentifierTypes types;
    private final TypeParameters[] byType;
    private final String[] codes;
    private final double otherAccounts;

    public EvidenceModel(EvidenceParameters parameters, IdentifierTypes types, int accountCount) {
        this.parameters = parameters;
        this.types = types;
        this.otherAccounts = Math.max(1, accountCount - 1);
        byType = new TypeParameters[types.size()];
        codes = new String[types.size()];
        for (int type = 0; type < byType.length; type++) {
            byType[type] = parameters.of(types.get(type));
            codes[type] = "SHARED_" + types.get(type).name().toUpperCase(Locale.ROOT);
        }
    }

    /** log2 of the prior odds that a random pair is under common control. */
    public double priorBits() {
        return log2(parameters.controlledAccounts() / otherAccounts);
    }

    /** log2 likelihood ratio of sharing an identifier of that type which {@code degree} accounts use; at least 0. */
    public double agreementBits(int type, int degree) {
        TypeParameters p = byType[type];
        double u = Math.min(1, (p.innocent() + p.honestShare() * (degree - 1)) / otherAccounts);
        return log2(1 - p.m() + p.m() / u);
    }

    /** What the n-th further agreement of a group adds at most, n from 1: the sum stays below twice the first. */
    double dependentBits(int further) {
        return Math.scalb(parameters.dependentBits(), 1 - further);
    }

    DependenceGroup group(int type) {
        return byType[type].group();
    }

    /** {@code SHARED_} and the type. */
    public String code(int type) {
        return codes[type];
    }

    String typeName(int type) {
        return types.get(type).name();
    }

    int typeCount() {
        return byType.length;
    }

    /** The probability with that log2 odds. */
    public static double probability(double bits) {
        return 1 / (1 + StrictMath.pow(2, -bits));
    }

    /** The log2 odds of that probability. */
    public static double bits(double probability) {
        return log2(probability / (1 - probability));
    }

    public static double log2(double value) {
        return StrictMath.log(value) / LOG_2;
    }
}
