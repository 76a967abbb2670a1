package io.ringsight.gnn.metric;

/**
 * One step of Newton's method for a logistic line.
 *
 * @param from the line it starts at
 */
record NewtonStep(LogisticLine from) {
    /** Keeps a step finite where every probability is certain. */
    private static final double LEAST_CURVATURE = 1e-12;

    /** Variance of x over its mean square below which x tells nothing of the slope, which stays as it is. */
    private static final double LEAST_VARIATION = 1e-12;

    /** What to add to slope and intercept. */
    LogisticLine over(double[] x, double[] positives, double[] negatives) {
        return sums(x, positives, negatives).step();
    }

    /** What to add to the intercept alone. */
    double interceptOver(double[] x, double[] positives, double[] negatives) {
        return sums(x, positives, negatives).interceptStep();
    }

    private Sums sums(double[] x, double[] positives, double[] negatives) {
        var sums = new Sums();
        for (int i = 0; i < x.length; i++) {
            double weight = positives[i] + negatives[i];
            if (weight > 0) {
                sums.add(x[i], positives[i], weight, LogisticLine.probability(from.at(x[i])));
            }
        }
        return sums;
    }

    /** Gradient and curvature of the log likelihood. Not thread-safe. */
    static final class Sums {
        private double gradientSlope;
        private double gradientIntercept;
        private double curvatureSlope = LEAST_CURVATURE;
        private double curvatureIntercept = LEAST_CURVATURE;
        private double curvatureBoth;

        void add(double x, double positives, double weight, double probability) {
            double error = positives - weight * probability;
            double curvature = weight * probability * (1 - probability);
            gradientSlope += x * error;
            gradientIntercept += error;
            curvatureSlope += x * x * curvature;
            curvatureIntercept += curvature;
            curvatureBoth += x * curvature;
        }

        LogisticLine step() {
            double product = curvatureSlope * curvatureIntercept;
            double determinant = product - curvatureBoth * curvatureBoth;
            if (!(determinant > LEAST_VARIATION * product)) {
                return new LogisticLine(0, interceptStep());
            }
            return new LogisticLine(
                    (curvatureIntercept * gradientSlope - curvatureBoth * gradientIntercept) / determinant,
                    (curvatureSlope * gradientIntercept - curvatureBoth * gradientSlope) / determinant);
        }

        double interceptStep() {
            return gradientIntercept / curvatureIntercept;
        }
    }
}
