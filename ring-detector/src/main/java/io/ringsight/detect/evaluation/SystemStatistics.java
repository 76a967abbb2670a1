package io.ringsight.detect.evaluation;

import io.ringsight.detect.evaluation.AlignedVerdicts.AlignedLink;
import io.ringsight.detect.evaluation.metric.HonestInRings;
import io.ringsight.detect.evaluation.metric.JudgedAccounts;
import io.ringsight.detect.evaluation.metric.LinkComparison;
import io.ringsight.detect.evaluation.metric.RingComparison;
import io.ringsight.gnn.metric.CalibrationLine;
import io.ringsight.gnn.metric.Measure;
import io.ringsight.gnn.metric.OneStepCalibration;
import io.ringsight.gnn.metric.RankedScores;
import io.ringsight.gnn.metric.Ranking;
import io.ringsight.gnn.metric.Reliability;
import io.ringsight.gnn.metric.Statistics;
import io.ringsight.gnn.metric.Tally;
import java.util.List;
import java.util.function.Function;

/** Every {@link Metric} of one contender, in their order, under any weights. Immutable, thread-safe. */
final class SystemStatistics {
    private static final List<Metric> METRICS = List.of(Metric.values());
    private static final double LINKED = 0.5;

    private final boolean probabilities;
    private final boolean linksPairs;
    private final RankedScores scores;
    private final RingComparison riskyRings;
    private final RingComparison allRings;
    private final HonestInRings honestInRings;
    private final LinkComparison links;

    SystemStatistics(AlignedVerdicts verdicts, ScoredPopulation population) {
        Truth truth = population.truth();
        boolean[] scored = population.scored();
        probabilities = verdicts.probabilities();
        linksPairs = verdicts.linksPairs();
        scores = RankedScores.of(verdicts.risk(), truth.fraud(), scored);
        riskyRings = RingComparison.of(verdicts.riskyRing(), population.fraudRing(), scored);
        allRings = RingComparison.of(verdicts.ring(), truth.commonControl(), scored);
        honestInRings = HonestInRings.of(judged(verdicts, population));
        links = links(verdicts, population);
    }

    /** What was decided of each account: by its risk when that is a probability, else by its ring. */
    static JudgedAccounts judged(AlignedVerdicts verdicts, ScoredPopulation population) {
        boolean[] flagged = new boolean[population.truth().size()];
        for (int i = 0; i < flagged.length; i++) {
            flagged[i] = verdicts.probabilities() ? verdicts.risk()[i] >= Verdicts.RISKY : verdicts.riskyRing()[i] >= 0;
        }
        return new JudgedAccounts(
                flagged, verdicts.riskyRing(), population.truth().fraud(), population.fraudRing(), population.scored());
    }

    private static LinkComparison links(AlignedVerdicts verdicts, ScoredPopulation population) {
        List<AlignedLink> probable = verdicts.links().stream()
                .filter(link -> link.link().probability() >= LINKED)
                .toList();
        return LinkComparison.of(
                probable.stream().mapToInt(AlignedLink::a).toArray(),
                probable.stream().mapToInt(AlignedLink::b).toArray(),
                population.truth().commonControl(),
                population.scored());
    }

    /** @param sample of what the replicates are drawn: calibration of a replicate starts from its line */
    Statistics over(double[] sample) {
        if (!probabilities) {
            Measure none = Measure.undefined("its scores are no probabilities");
            return weight -> measures(weight, _ -> new CalibrationLine(none, none, none));
        }
        var calibration = new OneStepCalibration(scores.tally(sample));
        return weight -> measures(weight, calibration::of);
    }

    private List<Measure> measures(double[] weight, Function<Tally, CalibrationLine> calibration) {
        Tally tally = scores.tally(weight);
        CalibrationLine line = calibration.apply(tally);
        return METRICS.stream()
                .map(metric -> measure(metric, tally, line, weight))
                .toList();
    }

    private Measure measure(Metric metric, Tally tally, CalibrationLine line, double[] weight) {
        return switch (metric) {
            case AUROC -> Ranking.auroc(tally);
            case AUPRC -> Ranking.averagePrecision(tally);
            case RECALL_AT_0_1_PERCENT -> Ranking.recallAtFalsePositiveRate(tally, 0.001);
            case RECALL_AT_0_5_PERCENT -> Ranking.recallAtFalsePositiveRate(tally, 0.005);
            case RECALL_AT_1_PERCENT -> Ranking.recallAtFalsePositiveRate(tally, 0.01);
            case PRECISION_AT_100 -> Ranking.precisionAtCapacity(tally, 100);
            case PRECISION_AT_1000 -> Ranking.precisionAtCapacity(tally, 1000);
            case CALIBRATION_SLOPE -> line.slope();
            case CALIBRATION_INTERCEPT -> line.intercept();
            case CALIBRATION_ERROR -> probabilities ? Reliability.expectedCalibrationError(tally) : line.slope();
            case RING_B_CUBED_PRECISION -> riskyRings.bCubedPrecision(weight);
            case RING_B_CUBED_RECALL -> riskyRings.bCubedRecall(weight);
            case RING_B_CUBED_F1 -> riskyRings.bCubedF1(weight);
            case RING_PAIR_PRECISION -> riskyRings.pairPrecision(weight);
            case RING_PAIR_RECALL -> riskyRings.pairRecall(weight);
            case RING_PAIR_F1 -> riskyRings.pairF1(weight);
            case RING_ADJUSTED_RAND -> riskyRings.adjustedRandIndex(weight);
            case HONEST_IN_RISKY_RINGS -> honestInRings.share(weight);
            case ALL_RINGS_B_CUBED_PRECISION -> allRings.bCubedPrecision(weight);
            case ALL_RINGS_B_CUBED_RECALL -> allRings.bCubedRecall(weight);
            case ALL_RINGS_B_CUBED_F1 -> allRings.bCubedF1(weight);
            case ALL_RINGS_PAIR_PRECISION -> allRings.pairPrecision(weight);
            case ALL_RINGS_PAIR_RECALL -> allRings.pairRecall(weight);
            case ALL_RINGS_PAIR_F1 -> allRings.pairF1(weight);
            case LINK_PRECISION -> ofLinks(links.precision(weight));
            case LINK_RECALL -> ofLinks(links.recall(weight));
            case LINK_F1 -> ofLinks(links.f1(weight));
        };
    }

    private Measure ofLinks(Measure measure) {
        return linksPairs ? measure : Measure.undefined("it links no pairs");
    }
}
