package io.ringsight.gnn.training;

/**
 * D. Kingma, J. Ba: Adam, ICLR 2015, algorithm 1, with decay of the weights apart from the gradient (I. Loshchilov, F. Hutter:
 * Decoupled weight decay regularization, ICLR 2019, algorithm 2) and the gradient's norm clipped (R. Pascanu et al., ICML 2013).
 * Not thread-safe.
 */
final class Adam {
    private static final double FIRST = 0.9;
    private static final double SECOND = 0.999;
    private static final double TINY = 1e-8;

    private final float[] mean;
    private final float[] square;
    private long steps;

    Adam(int size) {
        this(new float[size], new float[size], 0);
    }

    /** Goes on from where another stood; the arrays are not copied. */
    Adam(float[] mean, float[] square, long steps) {
        this.mean = mean;
        this.square = square;
        this.steps = steps;
    }

    float[] mean() {
        return mean;
    }

    float[] square() {
        return square;
    }

    long steps() {
        return steps;
    }

    /**
     * Changes the parameters in place.
     *
     * @param decay share of a parameter that a step at rate 1 would take away
     * @param clip the norm to which a longer gradient is shortened
     * @return the gradient's norm before it was clipped
     */
    double step(float[] parameters, float[] gradient, double rate, double decay, double clip) {
        steps++;
        double squares = 0;
        for (float slope : gradient) {
            squares += (double) slope * slope;
        }
        double norm = Math.sqrt(squares);
        double factor = norm > clip ? clip / norm : 1;
        double firstCorrection = 1 - Math.pow(FIRST, steps);
        double secondCorrection = 1 - Math.pow(SECOND, steps);
        for (int i = 0; i < parameters.length; i++) {
            double slope = gradient[i] * factor;
            mean[i] = (float) (FIRST * mean[i] + (1 - FIRST) * slope);
            square[i] = (float) (SECOND * square[i] + (1 - SECOND) * slope * slope);
            double move = mean[i] / firstCorrection / (Math.sqrt(square[i] / secondCorrection) + TINY);
            parameters[i] -= (float) (rate * (move + decay * parameters[i]));
        }
        return norm;
    }
}
