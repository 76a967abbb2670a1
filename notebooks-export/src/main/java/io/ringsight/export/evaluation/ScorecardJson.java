package io.ringsight.export.evaluation;

import io.ringsight.detect.evaluation.CalibrationCurves;
import io.ringsight.detect.evaluation.EvaluationFacts;
import io.ringsight.detect.evaluation.FalseLink;
import io.ringsight.detect.evaluation.FalseMerge;
import io.ringsight.detect.evaluation.LinkCalibration;
import io.ringsight.detect.evaluation.Metric;
import io.ringsight.detect.evaluation.MissedLink;
import io.ringsight.detect.evaluation.PairRange;
import io.ringsight.detect.evaluation.PatternScores;
import io.ringsight.detect.evaluation.Period;
import io.ringsight.detect.evaluation.PeriodFacts;
import io.ringsight.detect.evaluation.ReplayScores;
import io.ringsight.detect.evaluation.Score;
import io.ringsight.detect.evaluation.Scorecard;
import io.ringsight.detect.evaluation.SystemScores;
import io.ringsight.detect.evidence.Evidence;
import io.ringsight.gnn.metric.Estimate;
import io.ringsight.gnn.metric.Interval;
import io.ringsight.gnn.metric.Measure;
import io.ringsight.gnn.metric.ScoreRange;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.Function;

/**
 * {@code metrics.json}. Under {@code systems}: system, period ({@code before}, {@code after}, {@code all}), metric ({@link
 * Metric#key()}), and there {@code value}, {@code low} and {@code high} of the 90 % interval, {@code share_of_oracle}. What has
 * no value is {@code {"value":null,"reason":"…"}}. Keys only ever get more; {@code schema} changes when a meaning does. Equal
 * scorecards give equal text but for {@code timings_ms}.
 */
public final class ScorecardJson {
    private static final int SCHEMA = 1;
    private static final Function<CalibrationCurves, List<ScoreRange>> DECISIONS = CalibrationCurves::decisionRanges;
    private static final Function<CalibrationCurves, List<ScoreRange>> RELIABILITY = CalibrationCurves::reliability;

    private ScorecardJson() {}

    public static SequencedMap<String, Object> of(Scorecard card, RunFacts run) {
        SequencedMap<String, Object> json = new LinkedHashMap<>();
        json.put("schema", SCHEMA);
        json.put("run", run.asMap());
        json.put("facts", facts(card.facts()));
        json.put("warnings", card.warnings());
        json.put("systems", bySystem(card, system -> periods(system.scores())));
        json.put("product_lead", bySystem(card, system -> periods(system.lead())));
        json.put("auprc_lead", bySystem(card, ScorecardJson::rankingLeads));
        json.put("failed", failed(card));
        json.put("patterns", bySystem(card, system -> patterns(system.patterns(Period.ALL))));
        json.put("patterns_by_period", bySystem(card, ScorecardJson::patternsByPeriod));
        json.put("decision_ranges", bySystem(card, system -> ranges(system, Period.ALL, DECISIONS)));
        json.put("decision_ranges_by_period", bySystem(card, system -> byPeriod(card, system, DECISIONS)));
        json.put("reliability", bySystem(card, system -> ranges(system, Period.ALL, RELIABILITY)));
        json.put("reliability_by_period", bySystem(card, system -> byPeriod(card, system, RELIABILITY)));
        json.put("link_calibration", bySystem(card, ScorecardJson::linkCalibration));
        json.put("replay", replays(card));
        json.put(
                "worst_false_merges",
                card.falseMerges().stream().map(ScorecardJson::merge).toList());
        json.put(
                "worst_false_links",
                card.falseLinks().stream().map(ScorecardJson::link).toList());
        json.put(
                "worst_missed_links",
                card.missedLinks().stream().map(ScorecardJson::missed).toList());
        json.put("timings_ms", bySystem(card, ScorecardJson::timings));
        return json;
    }

    private static Map<String, Object> bySystem(Scorecard card, Function<SystemScores, Object> part) {
        Map<String, Object> json = new LinkedHashMap<>();
        for (SystemScores system : card.systems()) {
            if (system.failure().isEmpty()) {
                Object value = part.apply(system);
                if (!(value instanceof Map<?, ?> map && map.isEmpty()
                        || value instanceof List<?> list && list.isEmpty())) {
                    json.put(system.system(), value);
                }
            }
        }
        return json;
    }

    private static Map<String, Object> facts(EvaluationFacts facts) {
        Map<String, Object> json = new LinkedHashMap<>();
        facts.asOf()
                .ifPresent(time -> json.put("as_of", Instant.ofEpochMilli(time).toString()));
        facts.end().ifPresent(time -> json.put("end", Instant.ofEpochMilli(time).toString()));
        json.put("accounts", facts.accounts());
        json.put("scored", facts.scored());
        json.put("fraud", facts.fraud());
        Map<String, Object> periods = new LinkedHashMap<>();
        facts.periods().forEach((period, counts) -> periods.put(period.word(), period(counts)));
        json.put("periods", periods);
        json.put("true_rings", facts.trueRings());
        json.put("reachable_groups_told", facts.reachableTold());
        json.put("labels", facts.labelled() ? "some" : "none");
        json.put("labels_used", facts.labelsUsed());
        json.put("labels_later", facts.labelsLater());
        json.put("labels_unknown", facts.labelsUnknown());
        json.put("unknown_accounts_of_truth", facts.unknown());
        json.put("accounts_without_truth", facts.withoutTruth());
        json.put("prior", facts.prior());
        json.put("seed", facts.seed());
        json.put("bootstrap_replicates", facts.replicates());
        json.put("interval", Interval.LEVEL);
        json.put(
                "replay_times",
                facts.replayTimes().stream().map(Instant::ofEpochMilli).toList());
        return json;
    }

    private static Map<String, Object> period(PeriodFacts counts) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("scored", counts.scored());
        json.put("fraud", counts.fraud());
        counts.fraudShare().toOptional().ifPresent(share -> json.put("fraud_share", share));
        return json;
    }

    private static Map<String, Object> periods(Map<Period, Map<Metric, Score>> scores) {
        Map<String, Object> json = new LinkedHashMap<>();
        scores.forEach((period, row) -> {
            Map<String, Object> metrics = new LinkedHashMap<>();
            row.forEach((metric, score) -> metrics.put(metric.key(), score(score)));
            json.put(period.word(), metrics);
        });
        return json;
    }

    private static Map<String, Object> rankingLeads(SystemScores system) {
        Map<String, Object> json = new LinkedHashMap<>();
        system.rankingLead().forEach((other, lead) -> {
            Map<String, Object> periods = new LinkedHashMap<>();
            lead.forEach((period, score) -> periods.put(period.word(), score(score)));
            json.put(other, periods);
        });
        return json;
    }

    private static Map<String, Object> score(Score score) {
        Map<String, Object> json = estimate(score.estimate());
        score.shareOfOracle().toOptional().ifPresent(share -> json.put("share_of_oracle", share));
        return json;
    }

    /** {@code value}, and {@code low} and {@code high} of the interval; or why there is none. */
    public static Map<String, Object> estimate(Estimate estimate) {
        Map<String, Object> json = measure(estimate.measure());
        estimate.interval().ifPresent(interval -> {
            json.put("low", interval.low());
            json.put("high", interval.high());
        });
        return json;
    }

    private static Map<String, Object> measure(Measure measure) {
        Map<String, Object> json = new LinkedHashMap<>();
        switch (measure) {
            case Measure.Value(double value) -> json.put("value", value);
            case Measure.Undefined(String reason) -> {
                json.put("value", null);
                json.put("reason", reason);
            }
        }
        return json;
    }

    private static Map<String, Object> failed(Scorecard card) {
        Map<String, Object> json = new LinkedHashMap<>();
        card.systems().forEach(system -> system.failure().ifPresent(reason -> json.put(system.system(), reason)));
        return json;
    }

    private static Map<String, Object> patternsByPeriod(SystemScores system) {
        Map<String, Object> json = new LinkedHashMap<>();
        system.patterns().forEach((period, patterns) -> {
            if (!patterns.isEmpty()) {
                json.put(period.word(), patterns(patterns));
            }
        });
        return json;
    }

    private static Map<String, Object> patterns(Map<String, PatternScores> patterns) {
        Map<String, Object> json = new LinkedHashMap<>();
        patterns.forEach((name, scores) -> json.put(name, pattern(scores)));
        return json;
    }

    private static Map<String, Object> pattern(PatternScores scores) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("fraud", scores.fraud());
        json.put("accounts", scores.accounts());
        json.put("rings", scores.rings());
        json.put("account_recall", estimate(scores.accountRecall()));
        json.put("ring_recall", estimate(scores.ringRecall()));
        json.put("b_cubed_recall", estimate(scores.memberRecall()));
        json.put("cleared", estimate(scores.cleared()));
        return json;
    }

    private static Map<String, Object> byPeriod(
            Scorecard card, SystemScores system, Function<CalibrationCurves, List<ScoreRange>> which) {
        Map<String, Object> json = new LinkedHashMap<>();
        for (Period period : card.periods()) {
            List<Object> ranges = ranges(system, period, which);
            if (!ranges.isEmpty()) {
                json.put(period.word(), ranges);
            }
        }
        return json;
    }

    private static List<Object> ranges(
            SystemScores system, Period period, Function<CalibrationCurves, List<ScoreRange>> which) {
        return system.curves()
                .flatMap(curves -> curves.calibration(period))
                .map(calibration -> ranges(which.apply(calibration)))
                .orElse(List.of());
    }

    private static List<Object> ranges(List<ScoreRange> ranges) {
        List<Object> json = new ArrayList<>();
        for (ScoreRange range : ranges) {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("from", range.from());
            row.put("to", range.to());
            row.put("accounts", range.accounts());
            row.put("predicted", measure(range.predicted()));
            row.put("observed", estimate(new Estimate(range.observed(), range.interval())));
            json.add(row);
        }
        return json;
    }

    private static Map<String, Object> linkCalibration(SystemScores system) {
        Map<String, Object> json = new LinkedHashMap<>();
        system.linkCalibration().forEach((period, links) -> json.put(period.word(), linkCalibration(links)));
        return json;
    }

    private static Map<String, Object> linkCalibration(LinkCalibration links) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("pairs", links.pairs());
        json.put("under_common_control", links.together());
        json.put("slope", estimate(links.slope()));
        json.put("intercept", estimate(links.intercept()));
        List<Object> ranges = new ArrayList<>();
        for (PairRange range : links.ranges()) {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("from", range.from());
            row.put("to", range.to());
            row.put("pairs", range.pairs());
            row.put("predicted", estimate(range.predicted()));
            row.put("observed", estimate(range.observed()));
            ranges.add(row);
        }
        json.put("ranges", ranges);
        return json;
    }

    private static Map<String, Object> replays(Scorecard card) {
        Map<String, Object> json = new LinkedHashMap<>();
        card.systems()
                .forEach(system -> system.replay().ifPresent(replay -> json.put(system.system(), replay(replay))));
        return json;
    }

    private static Map<String, Object> replay(ReplayScores replay) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("rings", replay.rings());
        json.put("never_flagged", estimate(replay.neverFlagged()));
        json.put("mean_members_admitted", estimate(replay.meanAdmitted()));
        json.put("median_members_admitted", estimate(replay.medianAdmitted()));
        Map<String, Object> rows = new LinkedHashMap<>();
        for (int k = 0; k < replay.recallAtMember().size(); k++) {
            rows.put(
                    Integer.toString(ReplayScores.FIRST_MEMBER + k),
                    estimate(replay.recallAtMember().get(k)));
        }
        json.put("recall_at_member", rows);
        return json;
    }

    private static Map<String, Object> merge(FalseMerge merge) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("accounts", merge.accounts());
        json.put("fraud", merge.fraud());
        json.put("true_rings", merge.trueRings());
        json.put("wrong_pairs", merge.wrongPairs());
        json.put("risk", merge.risk());
        json.put("patterns", merge.patterns());
        json.put("evidence", merge.evidence());
        json.put("examples", merge.examples());
        return json;
    }

    private static Map<String, Object> link(FalseLink link) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("account_a", link.link().accountA());
        json.put("account_b", link.link().accountB());
        json.put("probability", link.link().probability());
        json.put("pattern_a", link.patternA());
        json.put("pattern_b", link.patternB());
        json.put("evidence", evidence(link.link().evidence()));
        return json;
    }

    private static Map<String, Object> missed(MissedLink link) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("account_a", link.accountA());
        json.put("account_b", link.accountB());
        link.probability().ifPresent(probability -> json.put("probability", probability));
        json.put("pattern_a", link.patternA());
        json.put("pattern_b", link.patternB());
        json.put("evidence", evidence(link.evidence()));
        json.put("pairs", link.pairs());
        json.put("missed_pairs", link.missed());
        json.put("pairs_apart", link.apart());
        return json;
    }

    private static List<String> evidence(List<Evidence> evidence) {
        return evidence.stream()
                .map(one -> one.code() + ":" + Math.round(one.bits() * 100) / 100.0)
                .toList();
    }

    private static Map<String, Object> timings(SystemScores system) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("train", system.trainMillis());
        json.put("judge", system.judgeMillis());
        return json;
    }
}
