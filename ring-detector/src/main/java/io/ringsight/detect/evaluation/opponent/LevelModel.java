package io.ringsight.detect.evaluation.opponent;

import io.ringsight.detect.evaluation.TrainingData;
import io.ringsight.ingest.progress.Progress;
import io.ringsight.ingest.record.AccountAttribute;
import io.ringsight.ingest.snapshot.IdentityGraph;
import it.unimi.dsi.fastutil.longs.Long2IntOpenHashMap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Trains the model of levels in the order that Splink's training guide recommends: the probability that two accounts at random
 * match, from rules that hold for matches alone and the part of the matches that such rules are thought to find; u from pairs
 * at random; m by expectation maximisation with u held, in one session after the other. A session takes the pairs that are
 * equal in some fields, leaves these fields out and starts from the odds that they give; m is the mean of what the sessions
 * say. Sessions are of birth date, of both names, and of each type whose values one person has and no two: those of an address
 * or a network would take a household for the match.
 *
 * <p>u comes from pairs of everybody, so that matches among them raise it by as much as they are frequent. Not thread-safe.
 */
final class LevelModel {
    /** Pairs at random from which the near levels of u are estimated, at most. */
    static final int RANDOM_PAIRS = 1_000_000;

    /** Part of the matches that the deterministic rules are thought to find; Splink's own examples say 0.7 to 0.9. */
    static final double RECALL = 0.8;

    private static final int LEAST_MATCHES = 30; // expected in a session whose m counts
    private static final double STARTING_EXACT = 0.8; // m of the exact level before anything is learned
    private static final double UNSEEN = 0.5; // pairs of a level that the pairs at random do not show

    private final IdentityGraph graph;
    private final LevelFields fields;
    private final TermFrequencies frequencies;
    private final LevelComparison comparison;

    LevelModel(IdentityGraph graph, LevelFields fields, TermFrequencies frequencies) {
        this.graph = graph;
        this.fields = fields;
        this.frequencies = frequencies;
        this.comparison = new LevelComparison(graph, fields, frequencies);
    }

    MatchModel train(BlockedPairs pairs, TrainingData data, Progress progress) {
        double[][] u = u(data.seed());
        progress.check();
        PatternCounts blocked = count(pairs);
        progress.check();
        return trained(blocked, u, match(blocked));
    }

    private PatternCounts count(BlockedPairs pairs) {
        var seen = new Long2IntOpenHashMap();
        for (int pair = 0; pair < pairs.size(); pair++) {
            comparison.compare(pairs.lower(pair), pairs.higher(pair));
            seen.addTo(comparison.pattern(), 1);
        }
        long[] patterns = seen.keySet().toLongArray();
        Arrays.sort(patterns);
        return new PatternCounts(
                Arrays.stream(patterns)
                        .mapToObj(pattern -> LevelComparison.levels(pattern, fields.count()))
                        .toArray(byte[][]::new),
                Arrays.stream(patterns).mapToDouble(seen::get).toArray());
    }

    /** double[fields][levels]: the exact levels over all pairs, the others over pairs at random. */
    private double[][] u(long seed) {
        double[][] seen = new double[fields.count()][NearLevels.COUNT];
        var random = new SplittableRandom(seed);
        int accounts = graph.accountCount();
        for (int pair = 0; accounts > 1 && pair < RANDOM_PAIRS; pair++) {
            int a = random.nextInt(accounts);
            int b = random.nextInt(accounts - 1);
            comparison.compare(a, b < a ? b : b + 1);
            for (int field = 0; field < seen.length; field++) {
                seen[field][comparison.levels()[field]]++;
            }
        }
        double[] equal = frequencies.equal();
        for (int field = 0; field < seen.length; field++) {
            double[] levels = seen[field];
            levels[PatternCounts.MISSING] = 0;
            levels[PatternCounts.EXACT] = 0;
            for (int level = PatternCounts.DIFFERENT; level < levels.length; level++) {
                levels[level] = Math.max(UNSEEN, levels[level]);
            }
            double others = Arrays.stream(levels).sum() - levels[PatternCounts.EXACT];
            double exact = Math.clamp(equal[field], UNSEEN / RANDOM_PAIRS, 0.99);
            levels[PatternCounts.EXACT] = others * exact / (1 - exact);
        }
        return MatchModel.shares(seen);
    }

    /** Pairs that are equal in what one person has and no two, or in both names and birth date. */
    private double match(PatternCounts blocked) {
        double certain = 0;
        int[] identifying = fields.identifying();
        for (int p = 0; p < blocked.count().length; p++) {
            byte[] levels = blocked.levels()[p];
            boolean same = IntStream.range(0, LevelFields.ATTRIBUTES.length)
                    .allMatch(field -> levels[field] == PatternCounts.EXACT);
            if (same || Arrays.stream(identifying).anyMatch(field -> levels[field] == PatternCounts.EXACT)) {
                certain += blocked.count()[p];
            }
        }
        double all = graph.accountCount() * (graph.accountCount() - 1.0) / 2;
        return Math.clamp(Math.max(1, certain) / RECALL / Math.max(1, all), 0, 0.5);
    }

    private MatchModel trained(PatternCounts blocked, double[][] u, double match) {
        var start = new MatchModel(startingM(), u, match);
        double[][] m = new double[fields.count()][NearLevels.COUNT];
        for (int[] equal : sessions()) {
            PatternCounts pairs = blocked.within(equal);
            MatchModel session = start.given(equal).fitted(pairs);
            if (session.match() * pairs.pairs() >= LEAST_MATCHES) {
                addLearned(session, pairs, m);
            }
        }
        for (int field = 0; field < m.length; field++) {
            if (Arrays.stream(m[field]).sum() == 0) {
                m[field] = start.m()[field];
            }
        }
        return new MatchModel(MatchModel.shares(m), u, match);
    }

    /** Adds m of a session to {@code double[fields][levels]}, for the fields that its pairs have. */
    private static void addLearned(MatchModel session, PatternCounts pairs, double[][] m) {
        double[][] seen = new double[m.length][NearLevels.COUNT];
        pairs.addTo(seen, 1);
        for (int field = 0; field < m.length; field++) {
            if (seen[field][PatternCounts.MISSING] < pairs.pairs()) {
                for (int level = PatternCounts.DIFFERENT; level < NearLevels.COUNT; level++) {
                    m[field][level] += session.m()[field][level];
                }
            }
        }
    }

    /** Fields that the pairs of a session are equal in. */
    private List<int[]> sessions() {
        var sessions = new ArrayList<int[]>();
        sessions.add(new int[] {LevelFields.of(AccountAttribute.BIRTH_DATE)});
        sessions.add(new int[] {LevelFields.of(AccountAttribute.GIVEN_NAME), LevelFields.of(AccountAttribute.SURNAME)});
        for (int field : fields.identifying()) {
            sessions.add(new int[] {field});
        }
        return sessions;
    }

    private double[][] startingM() {
        double[][] m = new double[fields.count()][NearLevels.COUNT];
        for (double[] levels : m) {
            Arrays.fill(levels, PatternCounts.DIFFERENT, levels.length, (1 - STARTING_EXACT) / (levels.length - 2));
            levels[PatternCounts.EXACT] = STARTING_EXACT;
        }
        return m;
    }
}
