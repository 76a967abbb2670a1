package io.ringsight.detect.evidence;

import io.ringsight.ingest.record.Sharers;
import java.util.EnumMap;
import java.util.Map;

/**
 * What is assumed of an identifier type before anything is estimated.
 *
 * @param equal probability that two accounts share a value; for {@link Sharers#STRANGERS}, how many strangers an account shares one with
 *     that few use, on average
 * @param crowd how many strangers it shares one with that many use
 * @param means of which careful hands it is the means
 * @param ofMeans probability that those hands share a value
 * @param series how often two values are next to each other in a series or of one template
 * @param family … of one series, building or local part
 * @param slip … a slip apart
 * @param crowded … of one form that many have
 */
record TypePrior(
        Map<Sharers, Double> equal,
        double crowd,
        Relation means,
        double ofMeans,
        Near series,
        Near family,
        Near slip,
        Near crowded) {

    /** How often those who take care reuse something, against those who do not. */
    private static final double CARE = 0.25;

    /** How often those who take care reuse what they share alone, against those who share most. */
    private static final double MEANS = 1.8;

    private static final double NEARLY_ALWAYS = 0.95;

    /** How often things of family that lives apart resemble each other, against those who live together. */
    private static final double APART = 0.3;

    /**
     * Probability that two accounts resemble each other in one way, by relation.
     *
     * @param chance how many strangers an account resembles so, on average
     */
    record Near(double chance, double colocated, double related, double person, double operated, double impersonated) {
        static final Near NEVER = new Near(1e-4, 1e-5, 1e-5, 1e-5, 1e-5, 1e-5);

        double of(Relation relation) {
            return switch (relation) {
                case STRANGERS -> chance;
                case COLOCATED, LODGERS, CUSTOMERS -> colocated;
                case SUCCESSORS -> Math.min(colocated, 0.001);
                case RELATED -> related;
                case RELATED_ELSEWHERE -> APART * related;
                case SAME_PERSON -> person;
                case OPERATED -> operated;
                case OPERATED_BY_DEVICE,
                        OPERATED_BY_PAYOUT,
                        OPERATED_BY_CONTACT,
                        OPERATED_BY_SOURCE,
                        OPERATED_BY_PLACE -> CARE * operated;
                case IMPERSONATED -> impersonated;
            };
        }
    }

    TypePrior {
        equal = Map.copyOf(equal);
    }

    /** How often two values resemble each other in a way, by relation. */
    double near(Near near, Relation relation) {
        return relation == means ? MEANS * near.operated : near.of(relation);
    }

    double equal(Relation relation) {
        double assumed = of(sharers(relation));
        return switch (relation) {
            case STRANGERS -> assumed + crowd;
            case OPERATED_BY_DEVICE, OPERATED_BY_PAYOUT, OPERATED_BY_CONTACT, OPERATED_BY_SOURCE, OPERATED_BY_PLACE ->
                relation == means ? ofMeans : CARE * assumed;
            case SUCCESSORS,
                    COLOCATED,
                    LODGERS,
                    CUSTOMERS,
                    RELATED,
                    RELATED_ELSEWHERE,
                    SAME_PERSON,
                    OPERATED,
                    IMPERSONATED -> assumed;
        };
    }

    /** How many strangers an account shares a value with that few use, on average. */
    double chance() {
        return of(Sharers.STRANGERS);
    }

    private double of(Sharers sharers) {
        return equal.getOrDefault(sharers, 0.0);
    }

    /** The same, but that two accounts share a value so often; careful hands as much more often, or less, as careless ones. */
    TypePrior with(Sharers sharers, double probability) {
        double ofThose = sharers == Sharers.OPERATED
                ? Math.min(NEARLY_ALWAYS, ofMeans * probability / of(Sharers.OPERATED))
                : ofMeans;
        var changed = new EnumMap<Sharers, Double>(equal);
        changed.put(sharers, probability);
        return new TypePrior(changed, crowd, means, ofThose, series, family, slip, crowded);
    }

    /** The same, but for how many strangers an account shares a value with; few and many in proportion. */
    TypePrior withChance(double strangers) {
        double factor = strangers / (chance() + crowd);
        var changed = new EnumMap<Sharers, Double>(equal);
        changed.put(Sharers.STRANGERS, factor * chance());
        return new TypePrior(changed, factor * crowd, means, ofMeans, series, family, slip, crowded);
    }

    /** The word that configuration has for a relation. */
    static Sharers sharers(Relation relation) {
        return switch (relation) {
            case STRANGERS -> Sharers.STRANGERS;
            case SUCCESSORS -> Sharers.SUCCESSORS;
            case COLOCATED -> Sharers.COLOCATED;
            case LODGERS -> Sharers.LODGERS;
            case CUSTOMERS -> Sharers.CUSTOMERS;
            case RELATED -> Sharers.RELATED;
            case RELATED_ELSEWHERE -> Sharers.ELSEWHERE;
            case SAME_PERSON -> Sharers.PERSON;
            case OPERATED,
                    OPERATED_BY_DEVICE,
                    OPERATED_BY_PAYOUT,
                    OPERATED_BY_CONTACT,
                    OPERATED_BY_SOURCE,
                    OPERATED_BY_PLACE -> Sharers.OPERATED;
            case IMPERSONATED -> Sharers.IMPERSONATED;
        };
    }
}
