package io.ringsight.gnn.embedding;

import io.ringsight.gnn.feature.AccountHash;

/**
 * Very sparse random rows (Achlioptas, Database-friendly random projections, JCSS 2003, s = 3): a number is
 * +r or -r with probability 1/6 each, else 0, where r = sqrt(3 / dimension) makes the expected length 1. A row is a
 * function of the seed and the hash of the account's id alone.
 */
final class RandomProjection {
    private static final long GOLDEN = 0x9e3779b97f4a7c15L;
    private static final int SIXTH = (int) ((1L << 32) / 6);

    private final long seed;
    private final int dimension;
    private final float magnitude;

    RandomProjection(long seed, int dimension) {
        this.seed = AccountHash.mix(seed + GOLDEN);
        this.dimension = dimension;
        this.magnitude = (float) Math.sqrt(3.0 / dimension);
    }

    /** Writes float32[dimension]. */
    void row(long idHash, float[] row) {
        long state = idHash ^ seed;
        for (int column = 0; column < dimension; column += 2) {
            state += GOLDEN;
            long bits = AccountHash.mix(state);
            row[column] = number((int) bits);
            if (column + 1 < dimension) {
                row[column + 1] = number((int) (bits >>> 32));
            }
        }
    }

    private float number(int uniform) {
        if (Integer.compareUnsigned(uniform, SIXTH) < 0) {
            return magnitude;
        }
        return Integer.compareUnsigned(uniform, 2 * SIXTH) < 0 ? -magnitude : 0;
    }
}
