package io.ringsight.gnn.training;

/**
 * How much of a neighbourhood a sample holds.
 *
 * @param speakers most accounts drawn from the users of an identifier
 * @param identifiers most identifiers drawn from those of an account
 */
public record FanOut(int speakers, int identifiers) {
    public static final FanOut DEFAULT = new FanOut(12, 24);
    public static final FanOut UNLIMITED = new FanOut(Integer.MAX_VALUE, Integer.MAX_VALUE);

    public FanOut {
        if (speakers < 2 || identifiers < 1) {
            throw new IllegalArgumentException("A fan-out has at least two speakers and one identifier, not " + speakers
                    + " and " + identifiers + ".");
        }
    }
}
