package io.ringsight.detect.explanation;

import io.ringsight.detect.risk.RingParts;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Chooses of all that a ring has in common what to cite: a set that is necessary (without it the {@link Question} is not raised any more),
 * sufficient (with nothing else it is), and minimal: no thing can be left out without losing one of the two. Weak things are left out
 * first, so the strong ones are cited. That all subsets are tried is not claimed: a smaller set of other things may exist, of these none.
 *
 * <p>Necessity and sufficiency as J. DeYoung et al.: ERASER, a benchmark to evaluate rationalized NLP models, ACL 2020,
 * doi:10.18653/v1/2020.acl-main.408, section 4 (comprehensiveness and sufficiency), with a decision in place of a probability; minimal as
 * in A. Ignatiev, N. Narodytska, J. Marques-Silva: Abduction-based explanations, AAAI 2019, doi:10.1609/aaai.v33i01.33011511, algorithm 1.
 */
final class EvidenceChoice {
    private final Experiment experiment;
    private final Question question;
    private final int things;
    private final int members;
    private final double[] alone; // double[things], risk with nothing else
    private final double[] without; // double[things], risk with all else
    private final BitSet cited = new BitSet();
    private final BitSet left = new BitSet(); // the others

    private EvidenceChoice(Experiment experiment, Question question, ThingsInCommon things, int members) {
        this.experiment = experiment;
        this.question = question;
        this.things = things.size();
        this.members = members;
        alone = new double[this.things];
        without = new double[this.things];
        var set = new BitSet();
        for (int thing = 0; thing < this.things; thing++) {
            set.clear();
            set.set(thing);
            alone[thing] = experiment.with(set).risk();
            set.set(0, this.things);
            set.clear(thing);
            without[thing] = experiment.with(set).risk();
        }
        int[] weakestFirst = weakestFirst(things);
        leaveOutWhileNecessary(weakestFirst);
        addUntilSufficient(weakestFirst);
        leaveOutWhileBoth(weakestFirst);
    }

    static EvidenceChoice of(Experiment experiment, Question question, ThingsInCommon things, int members) {
        return new EvidenceChoice(experiment, question, things, members);
    }

    /** By what a thing does alone, then by what the ring loses with it, then by how many share it, then in the order of the snapshot. */
    private int[] weakestFirst(ThingsInCommon all) {
        return IntStream.range(0, things)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer thing) -> alone[thing])
                        .thenComparingDouble(thing -> -without[thing])
                        .thenComparingInt(thing -> all.get(thing).members().length)
                        .thenComparing(Comparator.reverseOrder()))
                .mapToInt(thing -> thing)
                .toArray();
    }

    private void leaveOutWhileNecessary(int[] weakestFirst) {
        cited.set(0, things);
        for (int thing : weakestFirst) {
            left.set(thing);
            if (isRaised(left)) {
                left.clear(thing);
            } else {
                cited.clear(thing);
            }
        }
    }

    private void addUntilSufficient(int[] weakestFirst) {
        for (int i = things - 1; i >= 0 && !isRaised(cited); i--) {
            cited.set(weakestFirst[i]);
            left.clear(weakestFirst[i]);
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

    private boolean isRaised(BitSet kept) {
        return question.isRaised(experiment.with(kept), members);
    }

    /** Whether the question is not raised without what is cited. */
    boolean isNecessary() {
        return !isRaised(left);
    }

    /** Whether it is raised by what is cited alone. */
    boolean isSufficient() {
        return isRaised(cited);
    }

    /** What is left without what is cited. */
    RingParts without() {
        return experiment.with(left);
    }

    /** What is left with nothing else. */
    RingParts only() {
        return experiment.with(cited);
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
