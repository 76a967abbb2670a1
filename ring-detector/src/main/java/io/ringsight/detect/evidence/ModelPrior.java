package io.ringsight.detect.evidence;

import static io.ringsight.detect.evidence.Relation.RELATED;
import static io.ringsight.detect.evidence.Relation.SAME_PERSON;
import static io.ringsight.detect.evidence.Relation.STRANGERS;

/**
 * What the {@link PairModel} holds before it sees a pair: how often accounts are of each relation, and how such pairs compare. It weighs as
 * much as {@link #ACCOUNTS} accounts and {@link #PAIRS} pairs of each relation. Immutable, thread-safe.
 */
final class ModelPrior {
    /** Accounts that the assumed rates are worth. */
    static final double ACCOUNTS = 1_000;
    /** Accounts that what chance does is worth beside those that there are: it is much the same everywhere. */
    static final double CHANCE_ACCOUNTS = 20_000;
    /** Pairs that the assumed levels of a relation are worth. */
    static final double PAIRS = 100;
    /** The same of what ties the others behind a device: it is all that tells a careful operator's from an agent's. */
    private static final double DEVICE_PAIRS = 1_000;
    /** The same of papers and birth dates of families: no family shares them, however many people are entered twice. */
    private static final double FAMILY_PAIRS = 5_000;
    /** The same of what successors had: each succession is rare, so that a thing goes through few hands, however many a ring shares. */
    private static final double SUCCESSIONS = 5_000;
    /** Operated pairs that share something, for each fraudulent account. */
    private static final double TIES = 0.75;

    private static final double CAREFUL_TIES = 0.3;
    /** A device is what careful hands change first. */
    private static final double DEVICE_TIES = 0.2;

    private static final double[] FEW = {.62, .22, .08, .04, .02, .01, .006, .003, .001}; // by level of degree
    private static final double[] RING = {.30, .28, .20, .10, .06, .03, .02, .007, .003};
    private static final double[] SUCCESSION = {.9, .09, .009, .0009, 1e-4, 1e-5, 1e-6, 1e-7, 1e-8};
    private static final double[] MANY = {.01, .03, .07, .13, .20, .22, .20, .11, .03};
    private static final double[] CHANCE = {.80, .12, .04, .02, .01, .005, .003, .001, .001};

    // identical, then up to 8, 16, 24, 32, 40, 48, 56, 72, 90 of 256 bits
    private static final double[] STRANGE_FACES = {1e-9, 1e-9, 3e-9, 1e-8, 3e-8, 1e-7, 3e-7, 1e-6, 1e-4, 5e-3};
    private static final double[] FAMILY_FACES = {5e-5, 5e-4, 1e-3, 1e-3, 2e-3, 2e-3, 2e-3, 3e-3, .04, .2};
    private static final double[] SAME_FACES = {.02, .35, .36, .14, .05, .02, .01, .01, .01, .01};
    private static final double[] HIRED_FACES = {.03, .05, .06, .04, .03, .03, .01, .005, .003, .005};

    private static final double[] DAYS_OF_RING = {.25, .15, .20, .15, .12, .06, .04, .03};
    private static final double[] DAYS_OF_PLACE = {.10, .10, .18, .25, .22, .09, .04, .02};
    private static final double[] DAYS_OF_SUCCESSION = {.01, .01, .03, .10, .30, .30, .15, .10};
    private static final double[] DAYS_OF_OTHERS = {.08, .03, .05, .10, .20, .20, .20, .14};

    // none, then up to 3 %, 10 %, 25 %, 50 %, more
    private static final double[] TIED_OTHERS = {.90, .03, .03, .02, .01, .01};
    private static final double[] TIED_FAMILY = {.70, .05, .06, .07, .06, .06};
    private static final double[] TIED_PERSON = {.42, .03, .05, .10, .15, .25};
    private static final double[] TIED_RING = {.20, .03, .07, .15, .25, .30};
    private static final double[] TIED_CAREFUL = {.50, .05, .10, .15, .10, .10};
    private static final double[] TIED_DEVICE = {.25, .05, .10, .20, .20, .20};

    private static final double[] KIN_OTHERS = {.70, .10, .08, .06, .04, .02};
    private static final double[] KIN_FAMILY = {.25, .04, .06, .10, .15, .40};
    private static final double[] KIN_RING = {.80, .06, .06, .04, .02, .02};

    // up to as many as elsewhere, then up to 1.4, 2, 2.8, 4, 8 times as many, more
    private static final double[] PACE_OF_OTHERS = {.70, .06, .06, .08, .05, .03, .02};
    private static final double[] PACE_OF_PLACE = {.40, .12, .15, .15, .10, .06, .02};
    private static final double[] PACE_OF_RING = {.15, .08, .10, .20, .20, .17, .10};

    private final Fields fields;
    private final PopulationCounts counts;
    private final double prior;

    ModelPrior(Fields fields, PopulationCounts counts, double prior) {
        this.fields = fields;
        this.counts = counts;
        this.prior = prior;
    }

    /** Pairs of a relation for each account. */
    double rate(Relation relation) {
        return switch (relation) {
            case STRANGERS -> 0; // the rest
            case COLOCATED -> 0.2;
            case LODGERS -> 0.05;
            case CUSTOMERS -> 0.2;
            case SUCCESSORS -> 0.005;
            case RELATED -> 0.3;
            case RELATED_ELSEWHERE -> 0.02;
            case SAME_PERSON -> 0.02;
            case OPERATED -> TIES * prior;
            case OPERATED_BY_DEVICE -> DEVICE_TIES * prior;
            case OPERATED_BY_PAYOUT, OPERATED_BY_CONTACT, OPERATED_BY_SOURCE, OPERATED_BY_PLACE -> CAREFUL_TIES * prior;
            case IMPERSONATED -> 0.05 * prior;
        };
    }

    /** How many pairs of the relation the assumed levels of a field are worth. */
    double worth(Relation relation, int field) {
        boolean tied = field >= Fields.TIED && field < Fields.KIN;
        if (isFamily(relation) && isIdentity(field)) {
            return FAMILY_PAIRS;
        }
        if (relation == Relation.SUCCESSORS && fields.isType(field)) {
            return SUCCESSIONS;
        }
        return relation == Relation.OPERATED_BY_DEVICE && tied ? DEVICE_PAIRS : PAIRS;
    }

    private boolean isIdentity(int field) {
        return field == Fields.BIRTH_DATE
                || fields.isType(field)
                        && TypePriors.assumed(fields.types().get(fields.type(field)))
                                        .means()
                                == Relation.OPERATED_BY_SOURCE;
    }

    /** double[levels], probabilities that add up to 1 without the missing level. */
    double[] levels(Relation relation, int field) {
        double[] levels = switch (field) {
            case Fields.GIVEN_NAME -> name(relation, field, isFamily(relation) ? 0.02 : 0.9, 0.04);
            case Fields.SURNAME -> name(relation, field, isFamily(relation) ? 0.7 : 0.9, 0.05);
            case Fields.BIRTH_DATE -> birthDate(relation);
            case Fields.TIME -> days(relation);
            default -> fields.isType(field) ? identifier(relation, field) : crowd(relation, field);
        };
        return levels;
    }

    private double[] identifier(Relation relation, int field) {
        return fields.isBits(field)
                ? TypePriors.ofBits(fields.types().get(fields.type(field)).prior(), relation, this::bits)
                : type(relation, field);
    }

    private static double[] crowd(Relation relation, int field) {
        return field >= Fields.PACE ? pace(relation) : field >= Fields.KIN ? kin(relation) : tied(relation);
    }

    private static double[] placed(double[] values, int at) {
        double[] levels = new double[Levels.COUNT];
        System.arraycopy(values, 0, levels, at, values.length);
        return levels;
    }

    /** What random pairs show, as far as there are any; the assumption counts as {@link #PAIRS} of them. */
    double[] random(int field, double[] assumed) {
        double[] levels = new double[Levels.COUNT];
        double all = PAIRS;
        for (int level = 1; level < levels.length; level++) {
            all += counts.random()[field][level];
        }
        for (int level = 1; level < levels.length; level++) {
            levels[level] = (PAIRS * assumed[level] + counts.random()[field][level]) / all;
        }
        return levels;
    }

    private double[] name(Relation relation, int field, double equal, double near) {
        if (!isFamily(relation) && relation != SAME_PERSON && relation != Relation.IMPERSONATED) {
            return random(field, placed(new double[] {.9699, .0001, .001, .008, .016, .005}, 1));
        }
        double[] levels = new double[Levels.COUNT];
        levels[Levels.NEAR_NAME] = near;
        levels[Levels.DIFFERENT] = 1 - equal - near;
        for (int level = Levels.EQUAL; level < Levels.NEAR_NAME; level++) {
            levels[level] = equal * (0.97 * counts.bearing()[field][level] + 0.03 / (Levels.NEAR_NAME - Levels.EQUAL));
        }
        return levels;
    }

    private static boolean isFamily(Relation relation) {
        return relation == RELATED || relation == Relation.RELATED_ELSEWHERE;
    }

    private double[] birthDate(Relation relation) {
        return switch (relation) {
            case RELATED, RELATED_ELSEWHERE -> placed(new double[] {.99, .004, .006}, 1);
            case SAME_PERSON, IMPERSONATED -> placed(new double[] {.01, .96, .03}, 1);
            case STRANGERS,
                    SUCCESSORS,
                    COLOCATED,
                    LODGERS,
                    CUSTOMERS,
                    OPERATED,
                    OPERATED_BY_DEVICE,
                    OPERATED_BY_PAYOUT,
                    OPERATED_BY_CONTACT,
                    OPERATED_BY_SOURCE,
                    OPERATED_BY_PLACE -> random(Fields.BIRTH_DATE, placed(new double[] {.9985, 5e-5, .00145}, 1));
        };
    }

    private double[] days(Relation relation) {
        return switch (relation) {
            case STRANGERS, IMPERSONATED -> random(Fields.TIME, placed(DAYS_OF_OTHERS, 1));
            case COLOCATED, LODGERS, CUSTOMERS -> placed(DAYS_OF_PLACE, 1);
            case OPERATED,
                    OPERATED_BY_DEVICE,
                    OPERATED_BY_PAYOUT,
                    OPERATED_BY_CONTACT,
                    OPERATED_BY_SOURCE,
                    OPERATED_BY_PLACE -> placed(DAYS_OF_RING, 1);
            case SUCCESSORS -> placed(DAYS_OF_SUCCESSION, 1);
            case RELATED, RELATED_ELSEWHERE, SAME_PERSON -> placed(DAYS_OF_OTHERS, 1);
        };
    }

    private static double[] tied(Relation relation) {
        return switch (relation) {
            case STRANGERS, SUCCESSORS, COLOCATED, LODGERS, CUSTOMERS -> placed(TIED_OTHERS, 1);
            case RELATED, RELATED_ELSEWHERE, IMPERSONATED -> placed(TIED_FAMILY, 1);
            case SAME_PERSON -> placed(TIED_PERSON, 1);
            case OPERATED -> placed(TIED_RING, 1);
            case OPERATED_BY_DEVICE -> placed(TIED_DEVICE, 1);
            case OPERATED_BY_PAYOUT, OPERATED_BY_CONTACT, OPERATED_BY_SOURCE, OPERATED_BY_PLACE ->
                placed(TIED_CAREFUL, 1);
        };
    }

    private static double[] kin(Relation relation) {
        return switch (relation) {
            case STRANGERS, SUCCESSORS, COLOCATED, LODGERS, CUSTOMERS, IMPERSONATED -> placed(KIN_OTHERS, 1);
            case RELATED, RELATED_ELSEWHERE, SAME_PERSON -> placed(KIN_FAMILY, 1);
            case OPERATED,
                    OPERATED_BY_DEVICE,
                    OPERATED_BY_PAYOUT,
                    OPERATED_BY_CONTACT,
                    OPERATED_BY_SOURCE,
                    OPERATED_BY_PLACE -> placed(KIN_RING, 1);
        };
    }

    private static double[] pace(Relation relation) {
        return switch (relation) {
            case COLOCATED, LODGERS, CUSTOMERS -> placed(PACE_OF_PLACE, 1);
            case OPERATED,
                    OPERATED_BY_DEVICE,
                    OPERATED_BY_PAYOUT,
                    OPERATED_BY_CONTACT,
                    OPERATED_BY_SOURCE,
                    OPERATED_BY_PLACE -> placed(PACE_OF_RING, 1);
            case STRANGERS, SUCCESSORS, RELATED, RELATED_ELSEWHERE, SAME_PERSON, IMPERSONATED ->
                placed(PACE_OF_OTHERS, 1);
        };
    }

    private double[] bits(Relation relation) {
        double[] near = switch (relation) {
            case STRANGERS, SUCCESSORS, COLOCATED, LODGERS, CUSTOMERS, IMPERSONATED -> STRANGE_FACES;
            case RELATED, RELATED_ELSEWHERE -> FAMILY_FACES;
            case SAME_PERSON -> SAME_FACES;
            case OPERATED,
                    OPERATED_BY_DEVICE,
                    OPERATED_BY_PAYOUT,
                    OPERATED_BY_CONTACT,
                    OPERATED_BY_SOURCE,
                    OPERATED_BY_PLACE -> HIRED_FACES;
        };
        double[] levels = new double[Levels.COUNT];
        double rest = 1;
        double share = relation == Relation.OPERATED_BY_SOURCE
                ? 2
                : Relation.HANDS.contains(relation) && relation != Relation.OPERATED ? 0.25 : 1;
        for (int i = 0; i < near.length; i++) {
            levels[i == 0 ? Levels.IDENTICAL_BITS : Levels.DIFFERENT + i] = share * near[i];
            rest -= share * near[i];
        }
        levels[Levels.DIFFERENT] = rest;
        return levels;
    }

    private double[] type(Relation relation, int field) {
        TypePrior prior = TypePriors.of(fields.types().get(fields.type(field)), counts.accounts());
        double[] levels = new double[Levels.COUNT];
        double scale = relation == STRANGERS ? 2 / Math.max(1.0, counts.accounts() - 1.0) : 1;
        double[] few = relation == STRANGERS
                ? CHANCE
                : relation == Relation.SUCCESSORS ? SUCCESSION : Relation.HANDS.contains(relation) ? RING : FEW;
        double equal = relation == STRANGERS ? prior.chance() : prior.equal(relation);
        double many = relation == STRANGERS ? prior.crowd() : 0;
        if (relation == Relation.COLOCATED || relation == Relation.CUSTOMERS) {
            many = equal;
            equal = 0;
        }
        for (int i = 0; i < few.length; i++) {
            levels[Levels.EQUAL + i] = scale * (equal * few[i] + many * MANY[i]);
        }
        levels[Levels.SERIES] = scale * prior.near(prior.series(), relation);
        levels[Levels.FAMILY] = scale * prior.near(prior.family(), relation);
        levels[Levels.SLIP] = scale * prior.near(prior.slip(), relation);
        levels[Levels.CROWDED] = scale * prior.near(prior.crowded(), relation);
        double rest = 1;
        for (double level : levels) {
            rest -= level;
        }
        levels[Levels.DIFFERENT] = Math.max(0.05, rest);
        return levels;
    }
}
