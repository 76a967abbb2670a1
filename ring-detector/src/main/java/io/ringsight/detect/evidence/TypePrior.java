package io.ringsight.detect.evidence;

/**
 * What is assumed of an identifier type before anything is estimated.
 *
 * @param chance how many strangers an account shares a value with that few use, on average
 * @param crowd how many it shares one with that many use
 * @param colocated probability that two strangers in one place share a value
 * @param customers … that two customers of one agent do
 * @param successors … that two who had something one after the other do
 * @param related … that people who live together do
 * @param elsewhere … that family that lives apart does
 * @param person … that two accounts of one person do
 * @param operated … that two identities in the same hands do
 * @param impersonated … that a victim and whoever goes under its name do
 * @param means of which careful hands it is the means
 * @param series how often two values are next to each other in a series or of one template
 * @param family … of one series, building or local part
 * @param slip … a slip apart
 * @param crowded … of one form that many have
 */
record TypePrior(
        double chance,
        double crowd,
        double colocated,
        double customers,
        double successors,
        double related,
        double elsewhere,
        double person,
        double operated,
        double impersonated,
        Relation means,
        Near series,
        Near family,
        Near slip,
        Near crowded) {

    /** How often those who take care reuse something, against those who do not. */
    private static final double CARE = 0.25;

    /** How often those who take care reuse what they share alone, against those who share most. */
    private static final double MEANS = 1.8;

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
                case COLOCATED, CUSTOMERS -> colocated;
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

    /** How often two values resemble each other in a way, by relation. */
    double near(Near near, Relation relation) {
        return relation == means ? MEANS * near.operated : near.of(relation);
    }

    double equal(Relation relation) {
        return switch (relation) {
            case STRANGERS -> chance + crowd;
            case COLOCATED -> colocated;
            case CUSTOMERS -> customers;
            case SUCCESSORS -> successors;
            case RELATED -> related;
            case RELATED_ELSEWHERE -> elsewhere;
            case SAME_PERSON -> person;
            case OPERATED -> operated;
            case OPERATED_BY_DEVICE, OPERATED_BY_PAYOUT, OPERATED_BY_CONTACT, OPERATED_BY_SOURCE, OPERATED_BY_PLACE ->
                relation == means ? Math.max(0.5, operated) : CARE * operated;
            case IMPERSONATED -> impersonated;
        };
    }
}
