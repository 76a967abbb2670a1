package io.ringsight.detect.evaluation.metric;

import io.ringsight.gnn.metric.Bootstrap;
import io.ringsight.gnn.metric.BootstrapParameters;
import io.ringsight.gnn.metric.CalibrationLine;
import io.ringsight.gnn.metric.OneStepCalibration;
import io.ringsight.gnn.metric.RankedScores;
import io.ringsight.gnn.metric.Ranking;
import io.ringsight.gnn.metric.Reliability;
import io.ringsight.gnn.metric.Resampling;
import io.ringsight.gnn.metric.Statistics;
import io.ringsight.gnn.metric.Tally;
import io.ringsight.ingest.progress.Progress;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Random;

/**
 * The bootstrap of every measure of a period, where every account has a score of its own, the worst case:
 * {@code main ACCOUNTS REPLICATES}; the first round is cold.
 */
public final class BootstrapBenchmark {
    private final boolean[] fraud;
    private final int[] truth;
    private final int[] predicted;
    private final double[] risk;
    private final boolean[] scored;

    private BootstrapBenchmark(int accounts) {
        var random = new Random(1);
        fraud = new boolean[accounts];
        truth = new int[accounts];
        predicted = new int[accounts];
        risk = new double[accounts];
        scored = new boolean[accounts];
        for (int i = 0; i < accounts; i++) {
            fraud[i] = random.nextInt(100) < 3;
            truth[i] = fraud[i] && random.nextInt(10) > 0 ? random.nextInt(accounts / 300) : -1;
            predicted[i] = random.nextInt(10) > 2 ? truth[i] : random.nextInt(accounts / 20);
            risk[i] = 1 / (1 + Math.exp(3 - random.nextGaussian() - (fraud[i] ? 3 : 0)));
            scored[i] = random.nextInt(10) > 0;
        }
    }

    public static void main(String[] arguments) {
        var benchmark = new BootstrapBenchmark(Integer.parseInt(arguments[0]));
        int replicates = Integer.parseInt(arguments[1]);
        var process = (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        for (int round = 0; round < 3; round++) {
            long cpu = process.getProcessCpuTime();
            long wall = System.nanoTime();
            int measures = benchmark.run(replicates);
            System.out.printf(
                    "%d accounts, %d replicates, %d measures: wall %.2f s, CPU %.2f s%n",
                    benchmark.risk.length,
                    replicates,
                    measures,
                    (System.nanoTime() - wall) / 1e9,
                    (process.getProcessCpuTime() - cpu) / 1e9);
        }
    }

    private int run(int replicates) {
        Resampling resampling = RingResampling.of(truth, fraud, scored);
        var scores = RankedScores.of(risk, fraud, scored);
        var calibration = new OneStepCalibration(scores.tally());
        var rings = RingComparison.of(predicted, truth, scored);
        boolean[] flagged = new boolean[risk.length];
        for (int i = 0; i < flagged.length; i++) {
            flagged[i] = risk[i] >= 0.5;
        }
        var honest = HonestInRings.of(new JudgedAccounts(flagged, predicted, fraud, truth, scored));
        Statistics statistics = weight -> {
            Tally tally = scores.tally(weight);
            CalibrationLine line = calibration.of(tally);
            return List.of(
                    Ranking.auroc(tally),
                    Ranking.averagePrecision(tally),
                    Ranking.recallAtFalsePositiveRate(tally, 0.001),
                    Ranking.recallAtFalsePositiveRate(tally, 0.005),
                    Ranking.recallAtFalsePositiveRate(tally, 0.01),
                    Ranking.precisionAtCapacity(tally, 500),
                    Reliability.brierScore(tally),
                    Reliability.expectedCalibrationError(tally),
                    line.slope(),
                    line.intercept(),
                    line.inTheLarge(),
                    rings.bCubedPrecision(weight),
                    rings.bCubedRecall(weight),
                    rings.bCubedF1(weight),
                    rings.pairPrecision(weight),
                    rings.pairRecall(weight),
                    rings.pairF1(weight),
                    rings.adjustedRandIndex(weight),
                    honest.share(weight));
        };
        var parameters =
                new BootstrapParameters(replicates, 1, Runtime.getRuntime().availableProcessors());
        return Bootstrap.run(resampling, parameters, statistics, Progress.silent())
                .estimates()
                .size();
    }
}
