package io.ringsight.detect.evidence;

import io.ringsight.ingest.progress.Progress;
import io.ringsight.ingest.record.IdentifierKind;
import java.util.Arrays;
import java.util.Set;

/**
 * Fits the {@link PairModel} without labels by one round of expectation maximisation from the {@link ModelPrior}, with Dirichlet priors
 * (W. E. Winkler: Using the EM algorithm for weight computation in the Fellegi-Sunter model of record linkage, ASA Survey Research Methods
 * 1988; A. P. Dempster, N. M. Laird, D. B. Rubin, JRSS B 39 (1977)). One round, because what a relation means is the prior's: further ones raise
 * the likelihood and turn the relations into whatever clusters there are, agents' customers into rings (measured, see docs/evaluation.md). Pairs that are no candidates are strangers and enter as totals, so that blocking does not raise what
 * chance does; pairs drawn from behind a hub stand for those that were not. One thread, one use.
 */
final class PairModelFit {
    private static final double SELDOM = 1e-12;
    private static final double FACELESS = 0.02;
    private static final double SERIES_TO_FAMILY = 7; // how many more numbers are in one series than next to each other

    private final Fields fields;
    private final PatternTable patterns;
    private final PopulationCounts counts;
    private final ModelPrior prior;
    private final boolean innocence;
    private final double allPairs;

    PairModelFit(Fields fields, PatternTable patterns, PopulationCounts counts, double fraud, Set<Ablation> without) {
        this.fields = fields;
        this.patterns = patterns;
        this.counts = counts;
        this.prior = new ModelPrior(fields, counts, fraud);
        this.innocence = !without.contains(Ablation.INNOCENCE);
        this.allPairs = Math.max(1, counts.accounts() * (counts.accounts() - 1.0) / 2);
    }

    PairModel fit(Progress progress) {
        progress.begin("model", 1);
        progress.check();
        PairModel model = maximised(new Expected(initial()));
        progress.advance(1);
        progress.end();
        return model;
    }

    private PairModel initial() {
        double[] pairs = new double[Relation.ALL.length];
        double[][][] levels = new double[Relation.ALL.length][fields.size()][];
        for (Relation relation : Relation.ALL) {
            pairs[relation.ordinal()] = prior.rate(relation) * counts.accounts();
            for (int field = 0; field < fields.size(); field++) {
                levels[relation.ordinal()][field] = prior.levels(relation, field);
            }
        }
        return model(pairs, levels);
    }

    /** How many pairs of each relation show each level, as far as a model can tell. */
    private final class Expected {
        final double[] pairs = new double[Relation.ALL.length];
        final double[][][] levels = new double[Relation.ALL.length][fields.size()][Levels.COUNT];

        Expected(PairModel model) {
            double[] probability = new double[Relation.ALL.length];
            for (int pattern = 0; pattern < patterns.size(); pattern++) {
                double weight = patterns.weight(pattern);
                if (weight > 0) {
                    model.posterior(patterns.first(pattern), patterns.second(pattern), probability);
                    add(pattern, weight, probability);
                }
            }
        }

        /** Pairs of any relation that show the level. */
        double of(int field, int level) {
            double all = 0;
            for (double[][] relation : levels) {
                all += relation[field][level];
            }
            return all;
        }

        private void add(int pattern, double weight, double[] probability) {
            for (int r = 0; r < probability.length; r++) {
                double share = weight * probability[r];
                pairs[r] += share;
                for (int field = 0; field < fields.size(); field++) {
                    levels[r][field][patterns.level(pattern, field)] += share;
                }
            }
        }
    }

    private PairModel maximised(Expected expected) {
        double[] pairs = new double[Relation.ALL.length];
        double[][][] levels = new double[Relation.ALL.length][fields.size()][];
        for (Relation relation : Relation.ALL) {
            int r = relation.ordinal();
            double rate = (ModelPrior.ACCOUNTS * prior.rate(relation) + expected.pairs[r])
                    / (ModelPrior.ACCOUNTS + counts.accounts());
            pairs[r] = rate * counts.accounts();
            for (int field = 0; field < fields.size(); field++) {
                levels[r][field] = relation == Relation.STRANGERS
                        ? strangers(field, expected)
                        : updated(
                                prior.worth(relation, field), prior.levels(relation, field), expected.levels[r][field]);
            }
        }
        return model(pairs, levels);
    }

    private static double[] updated(double worth, double[] assumed, double[] seen) {
        double[] levels = new double[Levels.COUNT];
        double all = worth;
        for (int level = 1; level < levels.length; level++) {
            all += seen[level];
        }
        for (int level = 1; level < levels.length; level++) {
            levels[level] = (worth * assumed[level] + seen[level]) / all;
        }
        return levels;
    }

    /** Strangers are nearly all pairs: what chance does among them is counted over all of them. */
    private double[] strangers(int field, Expected expected) {
        double[] assumed = prior.levels(Relation.STRANGERS, field);
        if (Fields.isOfCrowd(field)) {
            return updated(ModelPrior.PAIRS, assumed, expected.levels[Relation.STRANGERS.ordinal()][field]);
        }
        if (!fields.isType(field)) {
            return assumed;
        }
        double present = Math.max(1, counts.present()[fields.type(field)]);
        double[] seen = expected.levels[Relation.STRANGERS.ordinal()][field].clone();
        double crowded = counts.crowded()[fields.type(field)];
        if (!fields.isBits(field)) {
            seen[Levels.CROWDED] = Math.max(seen[Levels.CROWDED], crowded);
        }
        double assumedPairs = present * (ModelPrior.CHANCE_ACCOUNTS / Math.max(1, counts.accounts()));
        double[] levels = new double[Levels.COUNT];
        double rest = 1;
        double[] random = fields.isBits(field) ? prior.random(field, assumed) : assumed;
        for (int level = Levels.EQUAL; level < levels.length; level++) {
            boolean far = fields.isBits(field) && !Levels.isNearBits(level);
            levels[level] =
                    far ? random[level] : (assumed[level] * assumedPairs + seen[level]) / (assumedPairs + present);
        }
        if (fields.isBits(field)) {
            Levels.fallTowardsEqual(levels);
        }
        for (int level = Levels.EQUAL; level < levels.length; level++) {
            rest -= levels[level];
        }
        if (isSerial(field)) {
            // what chance does next to a number is what it does a little further away: a window of 8 against one of 64
            double seriesOrFamily = expected.of(field, Levels.FAMILY) / SERIES_TO_FAMILY / present;
            double most = (assumed[Levels.FAMILY] / SERIES_TO_FAMILY * assumedPairs + seriesOrFamily * present)
                    / (assumedPairs + present);
            levels[Levels.SERIES] = Math.min(levels[Levels.SERIES], most);
        }
        levels[Levels.DIFFERENT] = Math.max(0.05, rest);
        return levels;
    }

    private boolean isSerial(int field) {
        return fields.isType(field) && fields.types().get(fields.type(field)).kind() == IdentifierKind.SERIAL;
    }

    /**
     * A missing field says nothing, but that impersonation shows in a face that differs and in nothing else: where hardly anybody shows one, nobody
     * is known to be impersonated.
     */
    private double missing(Relation relation, int field) {
        return relation == Relation.IMPERSONATED && fields.isBits(field)
                ? StrictMath.log(Math.max(FACELESS, counts.present()[fields.type(field)] / allPairs))
                : 0;
    }

    private PairModel model(double[] pairs, double[][][] levels) {
        double[] logRate = new double[Relation.ALL.length];
        double others = 0;
        for (Relation relation : Relation.ALL) {
            boolean wanted = innocence || relation == Relation.STRANGERS || Relation.HANDS.contains(relation);
            double share = Math.min(0.1, pairs[relation.ordinal()] / allPairs);
            if (relation != Relation.STRANGERS) {
                logRate[relation.ordinal()] = StrictMath.log(wanted ? Math.max(SELDOM, share) : Double.MIN_NORMAL);
                others += share;
            }
        }
        logRate[Relation.STRANGERS.ordinal()] = StrictMath.log(Math.max(0.5, 1 - others));
        double[][][] logs = new double[levels.length][fields.size()][];
        for (int r = 0; r < levels.length; r++) {
            for (int field = 0; field < fields.size(); field++) {
                logs[r][field] = Arrays.stream(levels[r][field])
                        .map(value -> StrictMath.log(Math.max(SELDOM, value)))
                        .toArray();
                logs[r][field][Levels.MISSING] = missing(Relation.ALL[r], field);
            }
        }
        return new PairModel(logRate, logs);
    }
}
