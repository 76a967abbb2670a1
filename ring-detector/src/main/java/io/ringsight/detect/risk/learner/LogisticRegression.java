package io.ringsight.detect.risk.learner;

import java.util.Arrays;

/**
 * Logistic regression over standardised columns with an L2 penalty, fitted by Newton's method with halved steps (iteratively
 * reweighted least squares: T. Hastie, R. Tibshirani, J. Friedman: The elements of statistical learning, 2nd edition, 2009,
 * section 4.4.1). Columns that never vary get no weight. The intercept is not penalised.
 *
 * @param mean double[columns]
 * @param scale double[columns], standard deviations
 * @param weights double[columns + 1], of standardised columns; the last is the intercept
 */
public record LogisticRegression(double[] mean, double[] scale, double[] weights) {
    private static final int MOST_STEPS = 50;
    private static final double SETTLED = 1e-9;
    private static final double CONSTANT = 1e-9; // what varies less, of its mean, varies by rounding

    /**
     * @param rows double[samples][columns]
     * @param positive boolean[samples]
     * @param penalty of a unit weight, above 0
     */
    public static LogisticRegression fit(double[][] rows, boolean[] positive, double penalty) {
        return fit(rows, new double[rows.length], positive, penalty);
    }

    /**
     * What is to be added to log odds that are known already: with few samples it stays near these.
     *
     * @param offset double[samples], natural log odds from which each starts
     */
    public static LogisticRegression fit(double[][] rows, double[] offset, boolean[] positive, double penalty) {
        int columns = rows[0].length;
        double[] mean = new double[columns];
        double[] scale = new double[columns];
        for (double[] row : rows) {
            for (int c = 0; c < columns; c++) {
                mean[c] += row[c] / rows.length;
            }
        }
        for (double[] row : rows) {
            for (int c = 0; c < columns; c++) {
                scale[c] += (row[c] - mean[c]) * (row[c] - mean[c]) / rows.length;
            }
        }
        Arrays.setAll(scale, c -> {
            double deviation = Math.sqrt(scale[c]);
            return deviation > CONSTANT * Math.abs(mean[c]) ? deviation : 0;
        });
        var model = new LogisticRegression(mean, scale, new double[columns + 1]);
        double[][] x = Arrays.stream(rows).map(model::standardised).toArray(double[][]::new);
        double loss = model.loss(x, offset, positive, penalty);
        for (int step = 0; step < MOST_STEPS; step++) {
            double[] move = model.newtonStep(x, offset, positive, penalty);
            double length = 1;
            LogisticRegression next = model.moved(move, length);
            double nextLoss = next.loss(x, offset, positive, penalty);
            while (!(nextLoss <= loss) && length > 1e-8) {
                length /= 2;
                next = model.moved(move, length);
                nextLoss = next.loss(x, offset, positive, penalty);
            }
            boolean settled = !(loss - nextLoss > SETTLED * (1 + loss));
            if (nextLoss <= loss) {
                model = next;
                loss = nextLoss;
            }
            if (settled) {
                break;
            }
        }
        return model;
    }

    /** Natural log odds of a row, or what it adds to those it started from. */
    public double logOdds(double[] row) {
        return sum(standardised(row));
    }

    /** double[columns]: what each column adds to the log odds, natural; the intercept is the rest. */
    public double[] contributions(double[] row) {
        double[] x = standardised(row);
        double[] parts = new double[row.length];
        Arrays.setAll(parts, c -> weights[c] * x[c]);
        return parts;
    }

    /** The row in standard deviations from the mean, and 1 for the intercept. */
    private double[] standardised(double[] row) {
        double[] x = new double[row.length + 1];
        for (int c = 0; c < row.length; c++) {
            x[c] = scale[c] > 0 ? (row[c] - mean[c]) / scale[c] : 0;
        }
        x[row.length] = 1;
        return x;
    }

    private double sum(double[] x) {
        double sum = 0;
        for (int c = 0; c < x.length; c++) {
            sum += weights[c] * x[c];
        }
        return sum;
    }

    private LogisticRegression moved(double[] move, double length) {
        double[] next = weights.clone();
        Arrays.setAll(next, c -> weights[c] + length * move[c]);
        return new LogisticRegression(mean, scale, next);
    }

    private double loss(double[][] x, double[] offset, boolean[] positive, double penalty) {
        double loss = 0;
        for (int i = 0; i < x.length; i++) {
            double logOdds = offset[i] + sum(x[i]);
            double z = positive[i] ? -logOdds : logOdds;
            loss += Math.max(z, 0) + StrictMath.log1p(StrictMath.exp(-Math.abs(z)));
        }
        for (int c = 0; c < weights.length - 1; c++) {
            loss += penalty / 2 * weights[c] * weights[c];
        }
        return loss;
    }

    private double[] newtonStep(double[][] x, double[] offset, boolean[] positive, double penalty) {
        int n = weights.length;
        double[] gradient = new double[n];
        double[][] curvature = new double[n][n]; // lower half
        for (int c = 0; c < n; c++) {
            double pull = c < n - 1 ? penalty : 1e-9;
            gradient[c] = c < n - 1 ? -penalty * weights[c] : 0;
            curvature[c][c] = pull;
        }
        for (int i = 0; i < x.length; i++) {
            double p = 1 / (1 + StrictMath.exp(-offset[i] - sum(x[i])));
            double error = (positive[i] ? 1 : 0) - p;
            double weight = p * (1 - p);
            for (int c = 0; c < n; c++) {
                gradient[c] += error * x[i][c];
                double weighted = weight * x[i][c];
                for (int d = 0; d <= c; d++) {
                    curvature[c][d] += weighted * x[i][d];
                }
            }
        }
        return solved(curvature, gradient);
    }

    /** Cholesky, in place. */
    private static double[] solved(double[][] lower, double[] right) {
        int n = right.length;
        for (int c = 0; c < n; c++) {
            for (int d = 0; d <= c; d++) {
                double sum = lower[c][d];
                for (int k = 0; k < d; k++) {
                    sum -= lower[c][k] * lower[d][k];
                }
                lower[c][d] = c == d ? Math.sqrt(sum) : sum / lower[d][d];
            }
            for (int k = 0; k < c; k++) {
                right[c] -= lower[c][k] * right[k];
            }
            right[c] /= lower[c][c];
        }
        for (int c = n - 1; c >= 0; c--) {
            for (int k = c + 1; k < n; k++) {
                right[c] -= lower[k][c] * right[k];
            }
            right[c] /= lower[c][c];
        }
        return right;
    }
}
