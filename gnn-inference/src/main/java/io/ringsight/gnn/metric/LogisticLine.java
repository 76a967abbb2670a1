package io.ringsight.gnn.metric;

/**
 * A straight line from x to the natural log odds of a positive.
 *
 * @param slope log odds for one of x
 * @param intercept log odds at x = 0
 */
public record LogisticLine(double slope, double intercept) {
    /** Log odds are x itself. */
    public static final LogisticLine IDENTITY = new LogisticLine(1, 0);

    private static final int MOST_STEPS = 100;
    private static final double PRECISE = 1e-8;

    /**
     * The line of greatest likelihood, by Newton's method with steps halved while they do not help. D. R. Cox: The regression
     * analysis of binary sequences, Journal of the Royal Statistical Society B 20 (1958). Where no finite line is the best
     * (one class, or x that divides the classes) it stops somewhere steep: the caller rules that out.
     *
     * @param x double[rows], finite
     * @param positives double[rows]: weight of the positives at x
     * @param negatives double[rows]: weight of the negatives at x
     */
    public static LogisticLine fit(double[] x, double[] positives, double[] negatives) {
        double farthest = 1;
        for (double value : x) {
            farthest = Math.max(farthest, Math.abs(value));
        }
        LogisticLine line = IDENTITY;
        for (int step = 0; step < MOST_STEPS; step++) {
            LogisticLine move = new NewtonStep(line).over(x, positives, negatives);
            // While no log odds move by more than 1 the curvature stays within a factor of e, and the full step is
            // safe.
            double farthestMove = Math.abs(move.slope) * farthest + Math.abs(move.intercept);
            if (farthestMove > 1) {
                move = line.shortened(move, x, positives, negatives);
            }
            line = line.plus(move, 1);
            if (!(farthestMove > PRECISE)) {
                break;
            }
        }
        return line;
    }

    /** As {@link #fit}, with the slope held at 1: how far the log odds are off on the whole. */
    public static double fitIntercept(double[] x, double[] positives, double[] negatives) {
        double intercept = 0;
        for (int step = 0; step < MOST_STEPS; step++) {
            double move = new NewtonStep(new LogisticLine(1, intercept)).interceptOver(x, positives, negatives);
            // A step of a monotone equation: held short, it cannot run away.
            intercept += Math.clamp(move, -1, 1);
            if (!(Math.abs(move) > PRECISE)) {
                break;
            }
        }
        return intercept;
    }

    /** Log odds at x. */
    public double at(double x) {
        return slope * x + intercept;
    }

    /** The probability with these natural log odds. */
    public static double probability(double logOdds) {
        double smaller = StrictMath.exp(-Math.abs(logOdds));
        return (logOdds < 0 ? smaller : 1) / (1 + smaller);
    }

    LogisticLine plus(LogisticLine move, double length) {
        return new LogisticLine(slope + length * move.slope, intercept + length * move.intercept);
    }

    private LogisticLine shortened(LogisticLine move, double[] x, double[] positives, double[] negatives) {
        double loss = loss(x, positives, negatives);
        double length = 1;
        while (!(plus(move, length).loss(x, positives, negatives) < loss) && length > 1e-10) {
            length /= 2;
        }
        return new LogisticLine(length * move.slope, length * move.intercept);
    }

    private double loss(double[] x, double[] positives, double[] negatives) {
        double loss = 0;
        for (int i = 0; i < x.length; i++) {
            double logOdds = at(x[i]);
            // log(1 + e^z) without overflow
            double softplus = Math.max(logOdds, 0) + StrictMath.log1p(StrictMath.exp(-Math.abs(logOdds)));
            loss += (positives[i] + negatives[i]) * softplus - positives[i] * logOdds;
        }
        return loss;
    }
}
