package io.ringsight.gnn.graph;

/**
 * Pairs of identifiers of one type that are near but not equal, by their numbers in the snapshot. Whoever uses one of the two is
 * taken to use the other as well, at that distance. The arrays are not copied.
 *
 * @param one int[pairs]
 * @param other int[pairs], another identifier of the same type
 * @param distance float[pairs], above 0 (equal) up to 1 (as far as still counts as near)
 */
public record Resemblances(int[] one, int[] other, float[] distance) {
    private static final Resemblances NONE = new Resemblances(new int[0], new int[0], new float[0]);

    public Resemblances {
        if (one.length != other.length || one.length != distance.length) {
            throw new IllegalArgumentException("Resemblances have one, other and distance each, not " + one.length
                    + ", " + other.length + " and " + distance.length + " of them.");
        }
        for (float value : distance) {
            if (!(value > 0 && value <= 1)) {
                throw new IllegalArgumentException("A resemblance has a distance above 0 up to 1, not " + value
                        + ". Maybe divide by the farthest.");
            }
        }
    }

    public static Resemblances none() {
        return NONE;
    }

    public int size() {
        return one.length;
    }
}
