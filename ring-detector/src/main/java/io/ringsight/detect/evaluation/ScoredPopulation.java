package io.ringsight.detect.evaluation;

import io.ringsight.detect.evaluation.metric.RingResampling;
import io.ringsight.gnn.metric.Resampling;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Who is scored, in the order of the truth, and what is drawn together when intervals are made. Immutable, thread-safe. */
final class ScoredPopulation {
    private final Truth truth;
    private final boolean[] scored;
    private final Optional<long[]> createdAt;
    private final long asOf;
    private final int[] fraudRing;
    private final Map<Period, Resampling> resamplings = new EnumMap<>(Period.class);

    /**
     * @param given accounts whose label was given to training: they never count
     * @param createdAt of each account, when that is known; else there is one period, all
     */
    ScoredPopulation(Truth truth, Set<String> given, Optional<long[]> createdAt, long asOf) {
        this.truth = truth;
        this.scored = new boolean[truth.size()];
        for (int i = 0; i < scored.length; i++) {
            scored[i] = !given.contains(truth.accountIds().get(i));
        }
        this.createdAt = createdAt;
        this.asOf = asOf;
        this.fraudRing = fraudRings(truth);
        periods().forEach(period -> resamplings.put(period, resampling(in(period))));
    }

    Truth truth() {
        return truth;
    }

    /** boolean[accounts], not to be written. */
    boolean[] scored() {
        return scored;
    }

    /** int[accounts]: the true ring when one of its members is a fraud, else -1; not to be written. */
    int[] fraudRing() {
        return fraudRing;
    }

    List<Period> periods() {
        return createdAt.isPresent() ? List.of(Period.values()) : List.of(Period.ALL);
    }

    /** boolean[accounts]: scored, and of that period. */
    boolean[] in(Period period) {
        boolean[] in = scored.clone();
        for (int i = 0; i < in.length; i++) {
            in[i] &= switch (period) {
                case ALL -> true;
                case BEFORE -> createdAt.orElseThrow()[i] <= asOf;
                case AFTER -> createdAt.orElseThrow()[i] > asOf;
            };
        }
        return in;
    }

    Map<Period, PeriodFacts> facts() {
        Map<Period, PeriodFacts> facts = new EnumMap<>(Period.class);
        for (Period period : periods()) {
            boolean[] in = in(period);
            int counted = 0;
            int fraud = 0;
            for (int i = 0; i < in.length; i++) {
                counted += in[i] ? 1 : 0;
                fraud += in[i] && truth.fraud()[i] ? 1 : 0;
            }
            facts.put(period, new PeriodFacts(counted, fraud));
        }
        return facts;
    }

    Resampling resampling(Period period) {
        Resampling resampling = resamplings.get(period);
        if (resampling == null) {
            throw new IllegalArgumentException("Times are not known, so there is no period " + period.word() + ".");
        }
        return resampling;
    }

    /** True rings are drawn whole, everybody else alone. */
    private Resampling resampling(boolean[] counts) {
        return RingResampling.of(truth.ring(), truth.fraud(), counts);
    }

    /**
     * The same within each group of accounts.
     *
     * @param group int[accounts], or -1
     */
    Resampling within(int[] group) {
        return RingResampling.within(group, truth.ring(), truth.fraud(), scored);
    }

    private static int[] fraudRings(Truth truth) {
        Set<Integer> fraudulent = new HashSet<>();
        for (int i = 0; i < truth.size(); i++) {
            if (truth.fraud()[i] && truth.ring()[i] >= 0) {
                fraudulent.add(truth.ring()[i]);
            }
        }
        int[] rings = truth.ring().clone();
        Arrays.setAll(rings, i -> fraudulent.contains(rings[i]) ? rings[i] : -1);
        return rings;
    }
}
