package io.ringsight.detect.explanation;

import io.ringsight.detect.risk.RingParts;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Chooses of all that members of a ring present what to cite: a set that is necessary (without it the {@link Question} is not raised any more),
 * sufficient (with nothing else it is), and minimal: no thing can be left out without losing one of the two. Weak things are left out
 * first, so the strong ones are cited. That all subsets are tried is not claimed: a smaller set of other things may exist, of these none.
 *
 * <p>Necessity and sufficiency as J. DeYoung et al.: ERASER, a benchmark to evaluate rationalized NLP models, ACL 2020,
 * doi:10.18653/v1/2020.acl-main.408, section 4 (comprehensiveness and sufficiency), with a decision in place of a probability; minimal as
 * in A. Ignatiev, N. Narodytska, J. Marques-Silva: Abduction-based explanations, AAAI 2019, doi:10.1609/aaai.v33i01.33011511, algorithm 1.
 */
final class EvidenceChoice {
    private final Experiment experimentWithout;
    private final Experiment experimentOnly;
    private final Question question;
    private final int things;
    private final int members;
    private final double[] alone; // double[things], risk with nothing else
    private final double[] without; // double[things], risk with all else
    private final BitSet cited = new BitSet();
    private final BitSet left = new BitSet(); // the others

    private EvidenceChoice(
            Experiment experimentWithout,
            Experiment experimentOnly,
            Question question,
            RingThings things,
            int members) {
        this.experimentWithout = experimentWithout;
        this.experimentOnly = experimentOnly;
        this.question = question;
        this.things = things.size();
        this.members = members;
        alone = new double[this.things];
        without = new double[this.things];
        var all = new BitSet();
        all.set(0, this.things);
        for (int thing = 0; thing < this.things; thing++) {
            var one = new BitSet();
            one.set(thing);
            alone[thing] = experimentOnly.with(one).risk();
            all.clear(thing);
            without[thing] = experimentWithout.with(all).risk();
            all.set(thing);
        }
        int[] weakestFirst = weakestFirst(things);
        leaveOutWhileNecessary(weakestFirst);
        addUntilSufficient(weakestFirst);
        leaveOutWhileBoth(weakestFirst);
    }

    /**
     * @param experimentWithout looks at what is left without what is cited: two, since each is quick when little changes from one set to
     *     the next
     * @param experimentOnly looks at what is left with nothing else
     */
    static EvidenceChoice of(
            Experiment experimentWithout,
            Experiment experimentOnly,
            Question question,
            RingThings things,
            int members) {
        return new EvidenceChoice(experimentWithout, experimentOnly, question, things, members);
    }

    /**
     * What members have for themselves before what they share, since that is no tie; then by what a thing does alone, by what the ring loses
     * with it, by how many share it, and in the order of the snapshot.
     */
    private int[] weakestFirst(RingThings all) {
        return IntStream.range(0, things)
                .boxed()
                .sorted(Comparator.comparing((Integer thing) -> all.get(thing).kind() != ThingKind.OWN)
                        .thenComparingDouble(thing -> alone[thing])
                        .thenComparingDouble(thing -> -without[thing])
                        .thenComparingInt(thing -> all.get(thing).members().length)
                        .thenComparing(Comparator.reverseOrder()))
                .mapToInt(thing -> thing)
                .toArray();
    }

    private void leaveOutWhileNecessary(int[] weakestFirst) {
        cited.set(0, things);
        for (int thing : weakestFirst) {
            move(thing);
            if (!isNecessary()) {
                move(thing);
            }
        }
    }

    private void addUntilSufficient(int[] weakestFirst) {
        for (int i = things - 1; i >= 0 && !isSufficient(); i--) {
            if (left.get(weakestFirst[i])) {
                move(weakestFirst[i]);
            }
        }
    }

    private void leaveOutWhileBoth(int[] weakestFirst) {
        if (!isNecessary() || !isSufficient()) {
            return;
        }
        for (boolean changed = true; changed; ) {
            changed = false;
            for (int thing : weakestFirst) {
                if (cited.get(thing)) {
                    move(thing);
                    if (isNecessary() && isSufficient()) {
                        changed = true;
                    } else {
                        move(thing);
                    }
                }
            }
        }
    }

    private void move(int thing) {
        cited.flip(thing);
        left.flip(thing);
    }

    /** Whether the question is not raised without what is cited. */
    boolean isNecessary() {
        return !question.isRaised(without(), members);
    }

    /** Whether it is raised by what is cited alone. */
    boolean isSufficient() {
        return question.isRaised(only(), members);
    }

    /** What is left without what is cited. */
    RingParts without() {
        return experimentWithout.with(left);
    }

    /** What is left with nothing else. */
    RingParts only() {
        return experimentOnly.with(cited);
    }

    /** Positions of what is cited, the strongest first: by what it does alone, then by what the ring loses with it, then as they come. */
    int[] cited() {
        return Arrays.stream(cited.stream().toArray())
                .boxed()
                .sorted(Comparator.comparingDouble((Integer thing) -> -alone[thing])
                        .thenComparingDouble(thing -> without[thing])
                        .thenComparing(Comparator.naturalOrder()))
                .mapToInt(thing -> thing)
                .toArray();
    }

    /** The risk with that thing and nothing else. */
    double alone(int thing) {
        return alone[thing];
    }

    /** The risk with all but that thing. */
    double without(int thing) {
        return without[thing];
    }
}
