package io.ringsight.detect.evaluation;

import io.ringsight.gnn.metric.Bootstrap;
import io.ringsight.gnn.metric.BootstrapParameters;
import io.ringsight.gnn.metric.Curves;
import io.ringsight.gnn.metric.Estimate;
import io.ringsight.gnn.metric.Measure;
import io.ringsight.gnn.metric.RankedScores;
import io.ringsight.gnn.metric.Reliability;
import io.ringsight.gnn.metric.Replicates;
import io.ringsight.gnn.metric.Resampling;
import io.ringsight.gnn.metric.Tally;
import io.ringsight.ingest.progress.Progress;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;

/** Turns verdicts into scores, all on the same replicates, so that differences are paired. Not thread-safe. */
final class Scoring {
    private static final int POINTS = 300;

    private final ScoredPopulation population;
    private final BootstrapParameters bootstrap;
    private final Map<Period, PatternTable> patterns = new EnumMap<>(Period.class);
    private final LinkReliability links;
    private final Map<Period, Replicates> oracle;
    private final SequencedMap<String, Map<Period, Replicates>> scored = new LinkedHashMap<>();

    Scoring(ScoredPopulation population, Verdicts oracle, BootstrapParameters bootstrap, Progress progress) {
        this.population = population;
        this.bootstrap = bootstrap;
        population.periods().forEach(period -> patterns.put(period, new PatternTable(population, bootstrap, period)));
        this.links = new LinkReliability(population, bootstrap);
        this.oracle = replicates(statistics(aligned(oracle)), progress);
    }

    AlignedVerdicts aligned(Verdicts verdicts) {
        return AlignedVerdicts.of(population.truth(), verdicts);
    }

    /** Scores one contender; the first that is not the oracle is what the others are compared with. */
    SystemScores score(Trial trial, Optional<ReplayScores> replay, Progress progress) {
        if (trial.verdicts().isEmpty()) {
            return new SystemScores(
                    trial.system(),
                    trial.failure(),
                    Map.of(),
                    Map.of(),
                    Map.of(),
                    Optional.empty(),
                    Map.of(),
                    Optional.empty(),
                    Map.of(),
                    Optional.empty(),
                    trial.trainMillis(),
                    trial.judgeMillis());
        }
        AlignedVerdicts verdicts = aligned(trial.verdicts().get());
        SystemStatistics statistics = statistics(verdicts);
        boolean isOracle = verdicts.system().equals(Oracle.NAME);
        Map<Period, Replicates> replicates = isOracle ? oracle : replicates(statistics, progress);
        Map<Period, Map<Metric, Score>> lead = isOracle || scored.isEmpty()
                ? Map.of()
                : lead(scored.firstEntry().getValue(), replicates);
        Map<String, Map<Period, Score>> ranking = isOracle ? Map.of() : rankingLead(replicates);
        if (!isOracle) {
            scored.put(verdicts.system(), replicates);
        }
        return new SystemScores(
                verdicts.system(),
                Optional.empty(),
                scores(replicates),
                lead,
                ranking,
                Optional.of(Draws.of(drawn(replicates))),
                byPattern(verdicts, progress),
                Optional.of(curves(verdicts)),
                links.of(verdicts, progress),
                replay,
                trial.trainMillis(),
                trial.judgeMillis());
    }

    /** Of the accounts after the training, or of all where there are none. */
    private Replicates drawn(Map<Period, Replicates> replicates) {
        boolean someAfter = population.periods().contains(Period.AFTER)
                && population.facts().get(Period.AFTER) instanceof PeriodFacts facts
                && facts.scored() > 0;
        return Objects.requireNonNull(replicates.get(someAfter ? Period.AFTER : Period.ALL));
    }

    private Map<Period, Map<String, PatternScores>> byPattern(AlignedVerdicts verdicts, Progress progress) {
        Map<Period, Map<String, PatternScores>> scores = new EnumMap<>(Period.class);
        patterns.forEach((period, table) -> scores.put(period, table.of(verdicts, progress)));
        return scores;
    }

    private SystemStatistics statistics(AlignedVerdicts verdicts) {
        return new SystemStatistics(verdicts, population);
    }

    private Map<Period, Replicates> replicates(SystemStatistics statistics, Progress progress) {
        Map<Period, Replicates> replicates = new EnumMap<>(Period.class);
        for (Period period : population.periods()) {
            Resampling resampling = population.resampling(period);
            replicates.put(
                    period, Bootstrap.run(resampling, bootstrap, statistics.over(resampling.sample()), progress));
        }
        return replicates;
    }

    private Map<Period, Map<Metric, Score>> scores(Map<Period, Replicates> replicates) {
        Map<Period, Map<Metric, Score>> scores = new EnumMap<>(Period.class);
        replicates.forEach((period, measured) -> {
            List<Estimate> best =
                    oracle.get(period) == null ? List.of() : oracle.get(period).estimates();
            List<Estimate> own = measured.estimates();
            Map<Metric, Score> row = new EnumMap<>(Metric.class);
            for (Metric metric : Metric.values()) {
                Estimate estimate = own.get(metric.ordinal());
                row.put(metric, new Score(estimate, share(metric, estimate, best.get(metric.ordinal()))));
            }
            scores.put(period, row);
        });
        return scores;
    }

    /** Only of what the oracle can be better at. */
    private static Measure share(Metric metric, Estimate own, Estimate best) {
        if (metric.better() != Metric.Better.HIGHER) {
            return Measure.undefined("it is no part of what an oracle reaches");
        }
        if (metric == Metric.AUROC) {
            return Measure.undefined("chance alone reaches 0.5");
        }
        if (own.measure() instanceof Measure.Value(double mine)
                && best.measure() instanceof Measure.Value(double most)) {
            if (mine < 0) {
                return Measure.undefined("it is worse than chance");
            }
            return Measure.ratio(mine, most, "the oracle reaches 0");
        }
        return own.measure() instanceof Measure.Undefined ? own.measure() : best.measure();
    }

    private static Map<Period, Map<Metric, Score>> lead(
            Map<Period, Replicates> product, Map<Period, Replicates> opponent) {
        Map<Period, Map<Metric, Score>> lead = new EnumMap<>(Period.class);
        opponent.forEach((period, theirs) -> {
            Replicates ours = product.get(period);
            Map<Metric, Score> row = new EnumMap<>(Metric.class);
            for (Metric metric : Metric.values()) {
                Estimate difference = ours == null
                        ? Estimate.of(Measure.undefined("the product has no score"))
                        : ours.difference(theirs, metric.ordinal());
                row.put(metric, new Score(difference, Measure.undefined("a difference is no share")));
            }
            lead.put(period, row);
        });
        return lead;
    }

    /** Over each that was scored before. */
    private Map<String, Map<Period, Score>> rankingLead(Map<Period, Replicates> own) {
        Map<String, Map<Period, Score>> leads = new LinkedHashMap<>();
        scored.forEach((system, theirs) -> {
            Map<Period, Score> lead = new EnumMap<>(Period.class);
            lead(own, theirs).forEach((period, row) -> lead.put(period, Objects.requireNonNull(row.get(Metric.AUPRC))));
            leads.put(system, lead);
        });
        return leads;
    }

    private SystemCurves curves(AlignedVerdicts verdicts) {
        Truth truth = population.truth();
        Tally tally = RankedScores.of(verdicts.risk(), truth.fraud(), population.scored())
                .tally();
        return new SystemCurves(
                Curves.roc(tally, POINTS),
                Curves.precisionRecall(tally, POINTS),
                verdicts.probabilities() ? calibration(verdicts) : Map.of());
    }

    private Map<Period, CalibrationCurves> calibration(AlignedVerdicts verdicts) {
        Map<Period, CalibrationCurves> curves = new EnumMap<>(Period.class);
        for (Period period : population.periods()) {
            Tally tally = RankedScores.of(verdicts.risk(), population.truth().fraud(), population.in(period))
                    .tally();
            curves.put(period, new CalibrationCurves(Reliability.curve(tally), Reliability.decisionRanges(tally)));
        }
        return curves;
    }
}
