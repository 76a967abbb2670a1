package io.ringsight.detect.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ringsight.detect.Population;
import io.ringsight.detect.evidence.Evidence;
import io.ringsight.detect.link.Link;
import io.ringsight.gnn.metric.Interval;
import io.ringsight.gnn.metric.Measure;
import io.ringsight.ingest.error.ErrorCode;
import io.ringsight.ingest.error.RingsightException;
import io.ringsight.ingest.progress.Progress;
import io.ringsight.ingest.record.AccountLabel;
import io.ringsight.ingest.record.AccountLabel.Verdict;
import io.ringsight.ingest.record.AccountTruth;
import io.ringsight.ingest.snapshot.IdentityGraph;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A ring of f1 to f4, of which f4 shares nothing; honest h1 to h4; training at time 100. */
class EvaluationTest {
    private static final long TRAINED = 100;

    private final IdentityGraph graph = new Population()
            .accountAt("f1", 90, "device:d")
            .accountAt("f2", 110, "device:d")
            .accountAt("f3", 120, "device:d")
            .accountAt("f4", 130, "device:own")
            .accountAt("h1", 10, "device:h1")
            .accountAt("h2", 20, "device:h2")
            .accountAt("h3", 140, "device:h3")
            .accountAt("h4", 200, "device:h4")
            .graph();
    private final List<AccountTruth> truths = List.of(
            fraud("f1"), fraud("f2"), fraud("f3"), fraud("f4"), honest("h1"), honest("h2"), honest("h3"), honest("h4"));

    @Test
    void givesTrainingOnlyWhatWasKnownThen() {
        var seen = new ArrayList<TrainingData>();
        Contender curious = contender("curious", id -> 0.5, seen);
        run(
                List.of(
                        new AccountLabel("h1", Verdict.FRAUD, 30),
                        new AccountLabel("h1", Verdict.LEGIT, 40),
                        new AccountLabel("h2", Verdict.LEGIT, 100),
                        new AccountLabel("h2", Verdict.FRAUD, 100),
                        new AccountLabel("f1", Verdict.FRAUD, 101)),
                curious);

        assertThat(seen.getFirst().graph().accountCount()).isEqualTo(3);
        assertThat(seen.getFirst().labels())
                .containsExactly(new AccountLabel("h1", Verdict.LEGIT, 40), new AccountLabel("h2", Verdict.FRAUD, 100));
    }

    @Test
    void neverScoresAnAccountWhoseLabelWasGiven() {
        // wrong about h1 alone, and h1 was given
        Contender wrong = contender("wrong", id -> id.equals("h1") ? 1 : id.startsWith("f") ? 0.9 : 0.1);
        Scorecard card = run(List.of(new AccountLabel("h1", Verdict.LEGIT, 50)), wrong);

        assertThat(value(card, "wrong", Period.ALL, Metric.AUROC)).isEqualTo(1);
        assertThat(card.facts().scored()).isEqualTo(7);
        assertThat(value(run(List.of(), wrong), "wrong", Period.ALL, Metric.AUROC))
                .isLessThan(1);
    }

    @Test
    void knowsPeriodsByTheTimeOfCreation() {
        // right before, wrong after
        Contender aged = contender("aged", id -> id.equals("f1") || id.equals("h3") || id.equals("h4") ? 0.9 : 0.1);
        Scorecard card = run(List.of(), aged);

        assertThat(value(card, "aged", Period.BEFORE, Metric.AUROC)).isEqualTo(1);
        assertThat(value(card, "aged", Period.AFTER, Metric.AUROC)).isZero();
    }

    @Test
    void theOracleUsesOnlyWhatConnectsAccounts() {
        Scorecard card = run(List.of(), contender("any", id -> 0.5));

        // three of four members find each other: recall (3 * 3/4 + 1/4) / 4
        assertThat(value(card, Oracle.NAME, Period.ALL, Metric.RING_B_CUBED_RECALL))
                .isEqualTo(0.625);
        assertThat(value(card, Oracle.NAME, Period.ALL, Metric.RING_B_CUBED_PRECISION))
                .isEqualTo(1);
        assertThat(card.facts().reachableTold()).isFalse();
    }

    @Test
    void theOracleTakesTheTruthsWordForWhatIsReachable() {
        List<AccountTruth> told = truths.stream()
                .map(truth -> truth.ringId().isEmpty()
                        ? truth
                        : new AccountTruth(
                                truth.accountId(),
                                truth.verdict(),
                                truth.ringId(),
                                Optional.of("g"),
                                Optional.empty(),
                                ""))
                .toList();
        Scorecard card = evaluation(0)
                .run(
                        new EvaluationData(graph, told, List.of()),
                        List.of(contender("any", id -> 0)),
                        Set.of(),
                        Progress.silent());

        assertThat(value(card, Oracle.NAME, Period.ALL, Metric.RING_B_CUBED_F1)).isEqualTo(1);
    }

    @Test
    void goesOnWithoutWhoeverCannotBeTrained() {
        Contender helpless = new Contender() {
            @Override
            public String name() {
                return "helpless";
            }

            @Override
            public Judge train(TrainingData data, Progress progress) {
                throw new UntrainableException("it knows nothing");
            }
        };
        Scorecard card = run(List.of(), contender("first", id -> 0.5), helpless, contender("last", id -> 0.5));

        assertThat(card.system("helpless").orElseThrow().failure()).contains("it knows nothing");
        assertThat(card.warnings()).anySatisfy(warning -> assertThat(warning).contains("helpless takes no part"));
        assertThat(value(card, "last", Period.ALL, Metric.AUROC)).isEqualTo(0.5);
    }

    @Test
    void comparesOpponentsWithTheFirst() {
        Scorecard card =
                run(List.of(), contender("good", id -> id.startsWith("f") ? 1 : 0), contender("poor", id -> 0.5));

        assertThat(card.system("good").orElseThrow().lead()).isEmpty();
        assertThat(score(card.system("poor").orElseThrow().lead(), Period.ALL, Metric.AUROC)
                        .measure())
                .isEqualTo(Measure.of(0.5));
    }

    @Test
    void comparesRankingsWithEveryOneBefore() {
        Scorecard card = run(
                List.of(),
                contender("poor", id -> 0.5),
                contender("good", id -> id.startsWith("f") ? 1 : 0),
                contender("same", id -> id.startsWith("f") ? 1 : 0));

        assertThat(card.system("poor").orElseThrow().rankingLead()).isEmpty();
        assertThat(leadOverOthers(card, "same", "poor"))
                .isEqualTo(Measure.of(1 - value(card, "poor", Period.ALL, Metric.AUPRC)));
        assertThat(leadOverOthers(card, "same", "good")).isEqualTo(Measure.of(0));
    }

    private static Measure leadOverOthers(Scorecard card, String system, String other) {
        var lead = Objects.requireNonNull(
                card.system(system).orElseThrow().rankingLead().get(other));
        return Objects.requireNonNull(lead.get(Period.ALL)).estimate().measure();
    }

    @Test
    void leavesUnknownAccountsOutOfEveryScore() {
        List<AccountTruth> more = new ArrayList<>(truths);
        more.add(fraud("nobody"));
        Scorecard card = evaluation(0)
                .run(
                        new EvaluationData(graph, more, List.of()),
                        List.of(contender("any", id -> 0)),
                        Set.of(),
                        Progress.silent());

        assertThat(card.facts().unknown()).isEqualTo(1);
        assertThat(card.facts().accounts()).isEqualTo(8);
    }

    @Test
    void refusesATruthAboutNobody() {
        var data = new EvaluationData(graph, List.of(fraud("x")), List.of());

        assertThatThrownBy(() -> evaluation(0).run(data, List.of(), Set.of(), Progress.silent()))
                .isInstanceOfSatisfying(
                        RingsightException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.INPUT_MALFORMED));
    }

    @Test
    void countsTheMembersThatARingHadWhenItWasFlagged() {
        // sees the ring as soon as f3 is there: at the step of time 125, when f1, f2 and f3 are
        Contender watcher = contender("watcher", id -> id.startsWith("f") ? 1 : 0);
        Scorecard card = evaluation(4)
                .run(
                        new EvaluationData(graph, truths, List.of()),
                        List.of(watcher),
                        Set.of("watcher"),
                        Progress.silent());
        ReplayScores replay = card.system("watcher").orElseThrow().replay().orElseThrow();

        assertThat(card.facts().replayTimes()).containsExactly(100L, 125L, 150L, 175L, 200L);
        assertThat(replay.rings()).isEqualTo(1);
        assertThat(replay.meanAdmitted().measure()).isEqualTo(Measure.of(3));
        assertThat(replay.neverFlagged().measure()).isEqualTo(Measure.of(0));
    }

    @Test
    void showsTheWorstErrorsWithTheirEvidence() {
        Contender merging = contender("merging", id -> 1);
        Scorecard card = run(List.of(), merging);

        FalseMerge worst = card.falseMerges().getFirst();
        assertThat(worst.accounts()).isEqualTo(8);
        assertThat(worst.wrongPairs()).isEqualTo(28 - 6);
        assertThat(worst.evidence()).containsExactly(Map.entry("SHARED_DEVICE", 1));
        assertThat(card.falseLinks())
                .singleElement()
                .satisfies(link -> assertThat(link.patternB()).isEqualTo("honest"));
    }

    @Test
    void aLinkerThatFindsNoLinkMissedThemAll() {
        Scorecard card = run(List.of(), finding(true), contender("other", id -> 0));

        assertThat(value(card, "blind", Period.ALL, Metric.LINK_RECALL)).isZero();
        assertThat(value(card, "blind", Period.ALL, Metric.LINK_F1)).isZero();
        assertThat(score(card.system("blind").orElseThrow().scores(), Period.ALL, Metric.LINK_PRECISION)
                        .measure())
                .isEqualTo(Measure.undefined("no pair of scored accounts was linked"));
    }

    @Test
    void whoLinksNoPairsIsNotAskedForThem() {
        Scorecard card = run(List.of(), finding(false));

        for (Metric metric : List.of(Metric.LINK_PRECISION, Metric.LINK_RECALL, Metric.LINK_F1)) {
            assertThat(score(card.system("blind").orElseThrow().scores(), Period.ALL, metric)
                            .measure())
                    .isEqualTo(Measure.undefined("it links no pairs"));
        }
    }

    @Test
    void saysHowMuchFraudIsScoredInEachPeriod() {
        Scorecard card = run(List.of(new AccountLabel("f1", Verdict.FRAUD, 95)), contender("any", id -> 0.5));

        assertThat(card.facts().periods())
                .containsEntry(Period.BEFORE, new PeriodFacts(2, 0))
                .containsEntry(Period.AFTER, new PeriodFacts(5, 3))
                .containsEntry(Period.ALL, new PeriodFacts(7, 3));
        assertThat(card.calibrated()).isEqualTo(Period.AFTER);
    }

    @Test
    void aRankingHasNoShareOfTheOraclesArea() {
        Scorecard card = run(List.of(), contender("good", id -> id.startsWith("f") ? 1 : 0));
        var scores = card.system("good").orElseThrow().scores();

        assertThat(score(scores, Period.ALL, Metric.AUROC).shareOfOracle())
                .isEqualTo(Measure.undefined("chance alone reaches 0.5"));
        // the oracle ranks f4, which nothing connects, like the honest
        assertThat(score(scores, Period.ALL, Metric.AUPRC)
                        .shareOfOracle()
                        .toOptional()
                        .orElseThrow())
                .isGreaterThan(1);
    }

    @Test
    void stopsWithinAReplayedJudgement() {
        var stopped = new AtomicBoolean();
        Progress progress = Progress.silentUntil(stopped::get);
        Contender slow = new Contender() {
            @Override
            public String name() {
                return "slow";
            }

            @Override
            public Judge train(TrainingData data, Progress training) {
                Judge quick = contender("slow", id -> 0.5).train(data, training);
                return (judged, watching) -> {
                    if (judged.accountCount() < graph.accountCount()) {
                        stopped.set(true);
                        watching.check();
                        throw new AssertionError("went on");
                    }
                    return quick.judge(judged, watching);
                };
            }
        };
        var data = new EvaluationData(graph, truths, List.of());

        assertThatThrownBy(() -> evaluation(4).run(data, List.of(slow), Set.of("slow"), progress))
                .isInstanceOfSatisfying(
                        RingsightException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.CANCELLED));
    }

    @Test
    void evidenceOfAMergeIsThatOfScoredAccounts() {
        // the false link is of f1 and h1, and h1 was given
        Scorecard card = run(List.of(new AccountLabel("h1", Verdict.LEGIT, 50)), contender("merging", id -> 1));

        assertThat(card.falseMerges().getFirst().evidence()).isEmpty();
    }

    @Test
    void drawsPatternsAsIfEachWereAlone() {
        List<AccountTruth> two = truths.stream()
                .map(truth -> new AccountTruth(
                        truth.accountId(),
                        truth.verdict(),
                        truth.ringId(),
                        truth.reachableGroup(),
                        truth.personId(),
                        truth.accountId().startsWith("f") ? "ring" : "household"))
                .toList();
        Scorecard card = new Evaluation(new EvaluationParameters(TRAINED, 0.03, 1, 400, 0, 1))
                .run(
                        new EvaluationData(graph, two, List.of()),
                        List.of(contender("any", id -> id.equals("f1") || id.equals("h1") ? 0.9 : 0.1)),
                        Set.of(),
                        Progress.silent());
        Map<String, PatternScores> patterns = card.system("any").orElseThrow().patterns(Period.ALL);

        // one ring is drawn whole, so its recall never varies; of four honest, each is drawn alone
        assertThat(Objects.requireNonNull(patterns.get("ring")).accountRecall().interval())
                .contains(new Interval(0.25, 0.25));
        assertThat(Objects.requireNonNull(patterns.get("household")).cleared().measure())
                .isEqualTo(Measure.of(0.75));
        assertThat(Objects.requireNonNull(patterns.get("household")).cleared().interval())
                .hasValueSatisfying(interval -> assertThat(interval.low()).isLessThan(0.75));
    }

    private Scorecard run(List<AccountLabel> labels, Contender... contenders) {
        return evaluation(0)
                .run(new EvaluationData(graph, truths, labels), List.of(contenders), Set.of(), Progress.silent());
    }

    private static Evaluation evaluation(int replaySteps) {
        return new Evaluation(new EvaluationParameters(TRAINED, 0.03, 1, 10, replaySteps, 1));
    }

    private static double value(Scorecard card, String system, Period period, Metric metric) {
        return score(card.system(system).orElseThrow().scores(), period, metric)
                .measure()
                .toOptional()
                .orElseThrow();
    }

    private static Score score(Map<Period, Map<Metric, Score>> scores, Period period, Metric metric) {
        return Objects.requireNonNull(scores.getOrDefault(period, Map.of()).get(metric));
    }

    private static AccountTruth fraud(String id) {
        return new AccountTruth(id, Verdict.FRAUD, Optional.of("r"), Optional.empty(), Optional.empty(), "");
    }

    private static AccountTruth honest(String id) {
        return new AccountTruth(id, Verdict.LEGIT, Optional.empty(), Optional.empty(), Optional.empty(), "");
    }

    private static Contender contender(String name, ToDoubleFunction<String> risk) {
        return contender(name, risk, new ArrayList<>());
    }

    /** Knows no risk, no ring, and has no link. */
    private static Contender finding(boolean linksPairs) {
        return new Contender() {
            @Override
            public String name() {
                return "blind";
            }

            @Override
            public Judge train(TrainingData data, Progress progress) {
                return (graph, _) -> {
                    List<String> ids = IntStream.range(0, graph.accountCount())
                            .mapToObj(rank -> graph.accountId(graph.accountByRank(rank)))
                            .toList();
                    int[] ring = new int[ids.size()];
                    Arrays.fill(ring, -1);
                    double[] risk = new double[ids.size()];
                    return new Verdicts("blind", ids, risk, true, ring, new double[0], linksPairs, List.of());
                };
            }
        };
    }

    /** One ring of everybody from risk 0.5 on, and one false link of f1 and h1. */
    private static Contender contender(String name, ToDoubleFunction<String> risk, List<TrainingData> seen) {
        return new Contender() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public Judge train(TrainingData data, Progress progress) {
                seen.add(data);
                return (graph, _) -> {
                    List<String> ids = IntStream.range(0, graph.accountCount())
                            .mapToObj(rank -> graph.accountId(graph.accountByRank(rank)))
                            .toList();
                    double[] risks = ids.stream().mapToDouble(risk).toArray();
                    int[] ring =
                            Arrays.stream(risks).mapToInt(r -> r > 0.5 ? 0 : -1).toArray();
                    var link = new Link("f1", "h1", 0.9, List.of(new Evidence("SHARED_DEVICE", 3, "device")));
                    return new Verdicts(name, ids, risks, true, ring, new double[] {0.8}, true, List.of(link));
                };
            }
        };
    }
}
