package io.ringsight.detect.evaluation;

import io.ringsight.gnn.metric.BootstrapParameters;
import io.ringsight.ingest.error.ErrorCode;
import io.ringsight.ingest.error.RingsightException;
import io.ringsight.ingest.progress.Progress;
import io.ringsight.ingest.record.AccountLabel;
import io.ringsight.ingest.record.AccountTruth;
import io.ringsight.ingest.snapshot.IdentityGraph;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Trains every contender with what was known at a time, has it judge everything, and scores the judgement against the truth.
 * Equal data and parameters give an equal scorecard, but for wall times. Thread-safe.
 */
public final class Evaluation {
    private final EvaluationParameters parameters;

    public Evaluation(EvaluationParameters parameters) {
        this.parameters = parameters;
    }

    /**
     * @param contenders the product first: the others are compared with it
     * @param replayed names of those that also judge the growing graph
     */
    public Scorecard run(
            EvaluationData data, List<? extends Contender> contenders, Set<String> replayed, Progress progress) {
        IdentityGraph graph = data.graph();
        KnownThen known = KnownThen.at(parameters.asOf(), data.labels(), id -> graph.findAccount(id) >= 0);
        TrainingData training = training(graph, known);
        Truth truth = truth(data.truths(), id -> graph.findAccount(id) >= 0, Optional.of(graph));
        long[] createdAt = createdAt(truth, graph);
        var population = new ScoredPopulation(truth, ids(known.labels()), Optional.of(createdAt), parameters.asOf());

        List<Trial> trials = trials(training, graph, contenders, progress);
        var replay = new Replay(population, createdAt, graph, parameters, bootstrap());
        Map<String, ReplayScores> replays = replay.run(replaying(trials, replayed), progress);

        var facts = facts(
                OptionalLong.of(parameters.asOf()),
                OptionalLong.of(graph.newestTime()),
                population,
                known,
                data.truths(),
                graph.accountCount(),
                replay.times());
        return scorecard(population, trials, replays, facts, progress);
    }

    /**
     * Scores results that were made elsewhere.
     *
     * @param given labels that whoever made them was given
     * @param givenUntil of those, the ones learned later were not, milliseconds since 1970 UTC
     * @param graph the applications, when they are at hand: with them there are periods
     */
    public Scorecard score(
            Verdicts results,
            List<AccountTruth> truths,
            List<AccountLabel> given,
            long givenUntil,
            Optional<IdentityGraph> graph,
            Progress progress) {
        Set<String> judged = new HashSet<>(results.accountIds());
        KnownThen known = KnownThen.at(givenUntil, given, judged::contains);
        Predicate<String> scorable = id -> judged.contains(id)
                && graph.map(all -> all.findAccount(id) >= 0).orElse(true);
        Truth truth = truth(truths, scorable, graph);
        Optional<long[]> createdAt = graph.map(all -> createdAt(truth, all));
        var population = new ScoredPopulation(truth, ids(known.labels()), createdAt, parameters.asOf());
        var facts = facts(
                graph.isPresent() ? OptionalLong.of(parameters.asOf()) : OptionalLong.empty(),
                graph.map(all -> OptionalLong.of(all.newestTime())).orElse(OptionalLong.empty()),
                population,
                known,
                truths,
                judged.size(),
                List.of());
        return scorecard(population, List.of(Trial.given(results)), Map.of(), facts, progress);
    }

    private BootstrapParameters bootstrap() {
        return new BootstrapParameters(parameters.replicates(), parameters.seed(), parameters.threads());
    }

    private TrainingData training(IdentityGraph graph, KnownThen known) {
        IdentityGraph then = graph.asOf(parameters.asOf());
        if (then.accountCount() == 0) {
            throw new RingsightException(
                    ErrorCode.USAGE,
                    "No account was known at " + Instant.ofEpochMilli(parameters.asOf()) + ".",
                    "Maybe choose a later --as-of: the data end at " + Instant.ofEpochMilli(graph.newestTime()) + ".");
        }
        return new TrainingData(then, known.labels(), parameters.asOf(), parameters.prior(), parameters.seed());
    }

    private static Truth truth(List<AccountTruth> truths, Predicate<String> known, Optional<IdentityGraph> graph) {
        Truth truth = Truth.of(truths, known);
        if (truth.size() == 0) {
            throw new RingsightException(
                    ErrorCode.INPUT_MALFORMED,
                    "None of the " + truths.size() + " accounts of the truth is known.",
                    "Maybe the truth belongs to other applications.");
        }
        return reachableTold(truths) || graph.isEmpty()
                ? truth
                : truth.withReachableGroup(ReachableGroups.of(truth, graph.get()));
    }

    private static boolean reachableTold(List<AccountTruth> truths) {
        return truths.stream().anyMatch(one -> one.reachableGroup().isPresent());
    }

    private static long[] createdAt(Truth truth, IdentityGraph graph) {
        return truth.accountIds().stream()
                .mapToLong(id -> graph.createdAt(graph.findAccount(id)))
                .toArray();
    }

    private static Set<String> ids(List<AccountLabel> labels) {
        Set<String> ids = HashSet.newHashSet(labels.size());
        labels.forEach(label -> ids.add(label.accountId()));
        return ids;
    }

    private static List<Trial> trials(
            TrainingData training, IdentityGraph graph, List<? extends Contender> contenders, Progress progress) {
        List<Trial> trials = new ArrayList<>();
        for (Contender contender : contenders) {
            trials.add(Trial.of(contender, training, graph, progress));
        }
        return trials;
    }

    private static List<Trial> replaying(List<Trial> trials, Set<String> replayed) {
        return trials.stream()
                .filter(trial -> trial.judge().isPresent() && replayed.contains(trial.system()))
                .toList();
    }

    private Scorecard scorecard(
            ScoredPopulation population,
            List<Trial> trials,
            Map<String, ReplayScores> replays,
            EvaluationFacts facts,
            Progress progress) {
        if (facts.scored() == 0) {
            throw new RingsightException(
                    ErrorCode.INPUT_MALFORMED,
                    "The label of every account was given to training: nobody is left to be scored.",
                    "Maybe choose an earlier --as-of, or leave labels out.");
        }
        Trial oracle = Trial.given(Oracle.judge(population.truth(), parameters.prior()));
        progress.begin("score", -1);
        try {
            var scoring = new Scoring(population, oracle.verdicts().orElseThrow(), bootstrap(), progress);
            List<SystemScores> systems = new ArrayList<>();
            systems.add(scoring.score(oracle, Optional.empty(), progress));
            for (Trial trial : trials) {
                systems.add(scoring.score(trial, Optional.ofNullable(replays.get(trial.system())), progress));
            }
            Optional<WorstErrors> errors = trials.stream()
                    .findFirst()
                    .flatMap(Trial::verdicts)
                    .map(first -> new WorstErrors(scoring.aligned(first), population));
            return new Scorecard(
                    facts,
                    population.periods(),
                    systems,
                    errors.map(WorstErrors::merges).orElse(List.of()),
                    errors.map(WorstErrors::links).orElse(List.of()),
                    errors.map(WorstErrors::missed).orElse(List.of()),
                    Warnings.of(facts, systems));
        } finally {
            progress.end();
        }
    }

    private EvaluationFacts facts(
            OptionalLong asOf,
            OptionalLong end,
            ScoredPopulation population,
            KnownThen known,
            List<AccountTruth> told,
            int judged,
            List<Long> replayTimes) {
        Truth truth = population.truth();
        int scored = 0;
        int fraud = 0;
        Map<Integer, Integer> ringSizes = new HashMap<>();
        for (int i = 0; i < truth.size(); i++) {
            scored += population.scored()[i] ? 1 : 0;
            fraud += population.scored()[i] && truth.fraud()[i] ? 1 : 0;
            if (truth.ring()[i] >= 0) {
                ringSizes.merge(truth.ring()[i], 1, Integer::sum);
            }
        }
        return new EvaluationFacts(
                asOf,
                end,
                truth.size(),
                scored,
                fraud,
                population.facts(),
                (int) ringSizes.values().stream().filter(size -> size >= 2).count(),
                reachableTold(told),
                known.labels().size(),
                known.later(),
                known.unknown(),
                told.size() - truth.size(),
                judged - truth.size(),
                parameters.prior(),
                parameters.seed(),
                parameters.replicates(),
                replayTimes);
    }
}
