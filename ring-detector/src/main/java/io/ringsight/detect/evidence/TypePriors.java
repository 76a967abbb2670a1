package io.ringsight.detect.evidence;

import io.ringsight.ingest.record.IdentifierType;
import io.ringsight.ingest.record.Sharers;
import io.ringsight.ingest.record.SharingPrior;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/**
 * The assumptions for identifier types: those of {@code type-priors.table}, for built-in types and for others by kind, with what is
 * configured in their place.
 */
final class TypePriors {
    private static final Map<String, TypePrior> ASSUMED = TypePriorTable.read();

    /** What is said to be never so, or always, is not: no number of accounts could speak against it. */
    private static final double SELDOM = 1e-6;

    private static final double SELDOM_BY_CHANCE = 1e-9;
    private static final double NEARLY_ALWAYS = 0.95;

    private TypePriors() {}

    /** As it is without configuration. */
    static TypePrior assumed(IdentifierType type) {
        TypePrior known = ASSUMED.get(type.name());
        return known != null ? known : Objects.requireNonNull(ASSUMED.get(ofKind(type)));
    }

    /** @param accounts how many there are: chance is configured for two accounts, and held for one among all others */
    static TypePrior of(IdentifierType type, double accounts) {
        TypePrior prior = assumed(type);
        for (var configured : type.prior().probabilities().entrySet()) {
            double probability = bounded(configured.getKey(), configured.getValue());
            prior = configured.getKey() == Sharers.STRANGERS
                    ? prior.withChance(probability * Math.max(1, accounts - 1) / 2)
                    : prior.with(configured.getKey(), probability);
        }
        return prior;
    }

    /**
     * The levels of a bit hash, as assumed but for what is configured: that two are near each other. How near is left as it is; and careful
     * hands show near ones as much more often, or less, as careless ones do.
     */
    static double[] ofBits(SharingPrior configured, Relation relation, Function<Relation, double[]> assumed) {
        double[] levels = assumed.apply(relation);
        Sharers sharers = TypePrior.sharers(relation);
        if (configured.of(sharers).isEmpty()) {
            return levels;
        }
        double wanted = bounded(sharers, configured.of(sharers).getAsDouble());
        double most = NEARLY_ALWAYS / near(levels);
        double factor = wanted / near(assumed.apply(Relation.HANDS.contains(relation) ? Relation.OPERATED : relation));
        for (int level = Levels.EQUAL; level < levels.length; level++) {
            levels[level] *= Levels.isNearBits(level) ? Math.min(factor, most) : 1;
        }
        levels[Levels.DIFFERENT] = 0;
        levels[Levels.DIFFERENT] = Math.max(0.05, 1 - Arrays.stream(levels).sum());
        return levels;
    }

    private static double near(double[] levels) {
        double near = 0;
        for (int level = Levels.EQUAL; level < levels.length; level++) {
            near += Levels.isNearBits(level) ? levels[level] : 0;
        }
        return near;
    }

    private static double bounded(Sharers sharers, double probability) {
        double least = sharers == Sharers.STRANGERS ? SELDOM_BY_CHANCE : SELDOM;
        return Math.clamp(probability, least, NEARLY_ALWAYS);
    }

    private static String ofKind(IdentifierType type) {
        return switch (type.kind()) {
            case EXACT, BITS -> "of_exact";
            case SERIAL -> "of_serial";
            case TEXT -> "of_text";
        };
    }
}
