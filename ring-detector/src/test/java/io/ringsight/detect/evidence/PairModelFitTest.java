package io.ringsight.detect.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.ringsight.ingest.progress.Progress;
import io.ringsight.ingest.record.IdentifierTypes;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Pairs are drawn from a model that is known; the fit has to find it without being told which pair is what. */
class PairModelFitTest {
    private static final int ACCOUNTS = 100_000;
    private static final Map<Relation, Integer> PAIRS = Map.of(
            Relation.COLOCATED,
            20_000,
            Relation.RELATED,
            30_000,
            Relation.SAME_PERSON,
            3_000,
            Relation.OPERATED,
            6_000);

    private final Fields fields = new Fields(IdentifierTypes.builtIn());
    private final PopulationCounts counts = counts();
    private final ModelPrior prior = new ModelPrior(fields, counts, 0.03);
    private final PatternTable patterns = new PatternTable();
    private final double[][] truth = new double[400_000][Relation.ALL.length]; // by pattern

    @Test
    void findsHowManyPairsAreOfEachRelation() {
        PairModel model = fitted();
        double all = ACCOUNTS * (ACCOUNTS - 1.0) / 2;
        double hands = 0;
        for (Relation relation : Relation.HANDS) {
            hands += model.rate(relation) * all;
        }
        assertThat(hands).isCloseTo(6_000, within(900.0));
        assertThat(model.rate(Relation.SAME_PERSON) * all).isCloseTo(3_000, within(150.0));
        // who lives together under different names may be a family or lodgers
        double home = model.rate(Relation.RELATED) + model.rate(Relation.LODGERS);
        assertThat(home * all).isCloseTo(30_000, within(3_000.0));
    }

    @Test
    void probabilitiesNeverClaimMuchMoreThanComesTrue() {
        PairModel model = fitted();
        double[] predicted = new double[10];
        double[] observed = new double[10];
        double[] pairs = new double[10];
        double[] probability = new double[Relation.ALL.length];
        for (int pattern = 0; pattern < patterns.size(); pattern++) {
            model.posterior(patterns.first(pattern), patterns.second(pattern), probability);
            double control = Relation.sum(Relation.CONTROL, probability);
            int range = Math.min(9, (int) (10 * control));
            double all = Arrays.stream(truth[pattern]).sum();
            predicted[range] += control * all;
            observed[range] +=
                    truth[pattern][Relation.OPERATED.ordinal()] + truth[pattern][Relation.SAME_PERSON.ordinal()];
            pairs[range] += all;
        }
        for (int range = 0; range < 10; range++) {
            if (pairs[range] > 80) {
                double claimed = predicted[range] / pairs[range];
                double came = observed[range] / pairs[range];
                // 1 / sqrt(pairs) is two standard errors of what came; what cannot be told from strangers is left to
                // them: the fit claims too little rather than too much
                assertThat(claimed)
                        .as("range %d of %s pairs", range, pairs[range])
                        .isBetween(came - 0.25, came + 0.05 + 1 / Math.sqrt(pairs[range]));
            }
        }
        assertThat(observed[9] / pairs[9]).isCloseTo(predicted[9] / pairs[9], within(0.01));
    }

    private PairModel fitted() {
        var random = new Random(7);
        for (var drawn : new TreeMap<>(PAIRS).entrySet()) { // a map's own order differs from run to run
            for (int i = 0; i < drawn.getValue(); i++) {
                draw(drawn.getKey(), random);
            }
        }
        return new PairModelFit(fields, patterns, counts, 0.03, Set.of()).fit(Progress.silent());
    }

    private void draw(Relation relation, Random random) {
        var vector = new ComparisonVector();
        int crowd = random.nextInt(3); // a pair is of one size of crowd
        for (int field = 0; field < fields.size(); field++) {
            if (Fields.isOfCrowd(field) && (field - Fields.TIED) % 3 != crowd) {
                continue;
            }
            double[] levels = prior.levels(relation, field);
            vector.set(field, level(levels, random));
        }
        int pattern = patterns.add(vector.first(), vector.second(), 1);
        truth[pattern][relation.ordinal()]++;
    }

    private static int level(double[] levels, Random random) {
        double at = random.nextDouble() * Arrays.stream(levels).sum();
        int level = 1;
        while (level < levels.length - 1 && at >= levels[level]) {
            at -= levels[level++];
        }
        return level;
    }

    private PopulationCounts counts() {
        double[] present = new double[fields.types().size()];
        Arrays.fill(present, ACCOUNTS * (ACCOUNTS - 1.0) / 2);
        double[] common = new double[Levels.COUNT];
        common[Levels.EQUAL] = 0.3;
        common[Levels.EQUAL + 1] = 0.4;
        common[Levels.EQUAL + 2] = 0.3;
        return new PopulationCounts(
                ACCOUNTS, present, new double[present.length], new double[fields.size()][Levels.COUNT], new double[][] {
                    common, common
                });
    }
}
