package io.ringsight.detect.risk.learner;

import com.microsoft.ml.lightgbm.PredictionType;
import io.github.metarank.lightgbm4j.LGBMBooster;
import io.github.metarank.lightgbm4j.LGBMDataset;
import io.github.metarank.lightgbm4j.LGBMException;
import io.ringsight.ingest.error.ErrorCode;
import io.ringsight.ingest.error.RingsightException;
import io.ringsight.ingest.progress.Progress;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Gradient boosted trees. G. Ke et al.: LightGBM: a highly efficient gradient boosting decision tree, NeurIPS 2017. Kept as
 * the library's text, so nothing native outlives a call. Immutable, thread-safe.
 *
 * @param text the model
 * @param trees how many
 * @param validation average precision on the accounts that decided how many; 0 when none did
 */
public record BoostedTrees(String text, int trees, double validation) {
    private static final int ROWS_A_CHUNK = 16_384;
    private static final String DATASET =
            "max_bin=127 verbosity=-1 deterministic=true force_row_wise=true num_threads=1"
                    + " feature_pre_filter=false";

    /** @throws RingsightException ENGINE_UNAVAILABLE where the library cannot be loaded */
    public static void requireLibrary() {
        NativeTrees.load();
    }

    /** Accounts of a table with what they are. */
    public record Sample(FeatureTable table, int[] accounts, byte[] labels) {
        float[] targets() {
            float[] targets = new float[accounts.length];
            for (int i = 0; i < targets.length; i++) {
                targets[i] = labels[accounts[i]] > 0 ? 1 : 0;
            }
            return targets;
        }

        public double legitPerFraud() {
            double fraud = 0;
            for (int account : accounts) {
                fraud += labels[account] > 0 ? 1 : 0;
            }
            return (accounts.length - fraud) / Math.max(1, fraud);
        }
    }

    /** Grows until {@code patience} more trees bring no better average precision on the validation sample. */
    public static BoostedTrees until(
            Sample fit,
            Sample validation,
            TreeParameters parameters,
            long seed,
            int most,
            int patience,
            Progress progress) {
        NativeTrees.load();
        try (var data = dataset(fit, null);
                var held = dataset(validation, data);
                var booster = LGBMBooster.create(data, parameters.words(fit.legitPerFraud(), seed))) {
            booster.addValidData(held);
            int best = 0;
            double reached = -1;
            for (int tree = 1; tree <= most && tree - best <= patience; tree++) {
                progress.check();
                booster.updateOneIter();
                double now = booster.getEval(1)[0];
                if (now > reached) {
                    reached = now;
                    best = tree;
                }
            }
            return new BoostedTrees(text(booster, best), best, reached);
        } catch (LGBMException e) {
            throw broken(e);
        }
    }

    /** Grows exactly that many trees. */
    public static BoostedTrees of(Sample fit, TreeParameters parameters, long seed, int trees, Progress progress) {
        NativeTrees.load();
        try (var data = dataset(fit, null);
                var booster = LGBMBooster.create(data, parameters.words(fit.legitPerFraud(), seed))) {
            for (int tree = 0; tree < trees; tree++) {
                progress.check();
                booster.updateOneIter();
            }
            return new BoostedTrees(text(booster, trees), trees, 0);
        } catch (LGBMException e) {
            throw broken(e);
        }
    }

    /** double[accounts]: log odds of fraud, natural, as the training's classes were weighted. */
    public double[] logOdds(FeatureTable table, int[] accounts) {
        NativeTrees.load(); // before its constants are named
        double[] logOdds = new double[accounts.length];
        predict(
                table,
                accounts,
                PredictionType.C_API_PREDICT_RAW_SCORE,
                (from, chunk) -> System.arraycopy(chunk, 0, logOdds, from, chunk.length));
        return logOdds;
    }

    /**
     * What each column adds to the log odds. S. Lundberg et al.: From local explanations to global understanding with explainable AI for
     * trees, Nature Machine Intelligence 2 (2020), algorithm 2.
     *
     * @return double[accounts][columns + 1], natural; the last is what every account starts from, all of a row is its log odds
     */
    public double[][] contributions(FeatureTable table, int[] accounts) {
        NativeTrees.load(); // before its constants are named
        int width = table.columns().length + 1;
        double[][] contributions = new double[accounts.length][];
        predict(table, accounts, PredictionType.C_API_PREDICT_CONTRIB, (from, chunk) -> {
            for (int i = 0; i < chunk.length / width; i++) {
                contributions[from + i] = Arrays.copyOfRange(chunk, i * width, (i + 1) * width);
            }
        });
        return contributions;
    }

    /** What the library says of some accounts, row by row. */
    private interface Chunk {
        void take(int from, double[] said);
    }

    private void predict(FeatureTable table, int[] accounts, PredictionType what, Chunk sink) {
        try (var booster = LGBMBooster.loadModelFromString(text)) {
            for (int from = 0; from < accounts.length; from += ROWS_A_CHUNK) {
                int to = Math.min(accounts.length, from + ROWS_A_CHUNK);
                sink.take(
                        from,
                        booster.predictForMat(
                                table.rows(accounts, from, to),
                                to - from,
                                table.columns().length,
                                true,
                                what,
                                "num_threads=1 verbosity=-1"));
            }
        } catch (LGBMException e) {
            throw broken(e);
        }
    }

    private static LGBMDataset dataset(Sample sample, @Nullable LGBMDataset like) throws LGBMException {
        int[] accounts = sample.accounts;
        LGBMDataset data = LGBMDataset.createFromMat(
                sample.table.rows(accounts, 0, accounts.length),
                accounts.length,
                sample.table.columns().length,
                true,
                DATASET,
                like);
        data.setField("label", sample.targets());
        return data;
    }

    private static String text(LGBMBooster booster, int trees) throws LGBMException {
        return booster.saveModelToString(0, trees, LGBMBooster.FeatureImportanceType.GAIN);
    }

    /** The mean of several, each of which saw other rows and columns. */
    public static double[] mean(Iterable<BoostedTrees> several, FeatureTable table, int[] accounts) {
        double[] sum = new double[accounts.length];
        int count = 0;
        for (BoostedTrees trees : several) {
            double[] logOdds = trees.logOdds(table, accounts);
            Arrays.setAll(sum, i -> sum[i] + logOdds[i]);
            count++;
        }
        double divisor = count;
        Arrays.setAll(sum, i -> sum[i] / divisor);
        return sum;
    }

    private static RingsightException broken(LGBMException e) {
        return new RingsightException(ErrorCode.INTERNAL, "The boosting library failed: " + e.getMessage(), "", e);
    }
}
