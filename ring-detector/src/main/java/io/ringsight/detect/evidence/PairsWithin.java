package io.ringsight.detect.evidence;

import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * The pairs among some accounts, weighed under an epoch's parameters, and weighed anew when sightings of these accounts are taken away or
 * given back: only pairs of those accounts are compared again. With all sightings they weigh what the detection weighed them. Members are
 * known by position, pairs by number. One thread.
 */
public final class PairsWithin {
    private static final int[] NONE = {};

    private final EvidenceEpoch epoch;
    private final int[] members; // ranks, ascending
    private final int[] lower; // int[pairs], position of a member
    private final int[] upper;
    private final AccountView[] views; // by member
    private final BitSet stale = new BitSet(); // members whose pairs have to be compared again
    private final long[] first; // long[pairs], without what the crowd says
    private final long[] second;
    private final int[][] shared; // by pair, local numbers of things
    private final int[] rarest; // int[pairs], local number of a thing, or -1
    private final byte[] crowd;
    private final Int2IntOpenHashMap local = new Int2IntOpenHashMap(); // thing to local number
    private final long[] weighedFirst; // long[pairs], what probabilities belong to
    private final long[] weighedSecond;
    private final double[] control;
    private final double[] operated;
    private final ComparisonVector vector = new ComparisonVector();
    private final SharedThings things = new SharedThings();
    private final double[] probability = new double[Relation.ALL.length];
    private final Crowds crowds;

    /** @param members ranks, ascending */
    public PairsWithin(EvidenceEpoch epoch, int[] members) {
        this.epoch = epoch;
        this.members = members.clone();
        int[][] pairs = epoch.pairs(members);
        lower = pairs[0];
        upper = pairs[1];
        views = new AccountView[members.length];
        first = new long[lower.length];
        second = new long[lower.length];
        shared = new int[lower.length][];
        rarest = new int[lower.length];
        crowd = new byte[lower.length];
        weighedFirst = new long[lower.length];
        weighedSecond = new long[lower.length];
        control = new double[lower.length];
        operated = new double[lower.length];
        local.defaultReturnValue(-1);
        for (int member = 0; member < members.length; member++) {
            views[member] = new AccountView();
            views[member].load(epoch.graph(), account(member));
        }
        for (int pair = 0; pair < lower.length; pair++) {
            compare(pair);
        }
        crowds = epoch.crowds().of(thingsByNumber());
        Arrays.fill(weighedFirst, -1);
        weigh();
    }

    private int[] thingsByNumber() {
        int[] byNumber = new int[local.size()];
        local.int2IntEntrySet().fastForEach(entry -> byNumber[entry.getIntValue()] = entry.getIntKey());
        return byNumber;
    }

    /** From now on the member has, of its sightings, those of the identifiers that are kept. */
    public void keep(int member, IntPredicate kept) {
        views[member].load(epoch.graph(), account(member));
        views[member].keep(epoch.graph(), kept);
        stale.set(member);
    }

    /** Weighs again what has changed. */
    public void update() {
        for (int pair = 0; pair < lower.length; pair++) {
            if (stale.get(lower[pair]) || stale.get(upper[pair])) {
                count(pair, false);
                compare(pair);
                count(pair, true);
            }
        }
        stale.clear();
        weigh();
    }

    /** What is shared now was shared before, or was not: so no thing comes in that is not numbered. */
    private void compare(int pair) {
        epoch.comparison().compare(views[lower[pair]], views[upper[pair]], 0, vector, things);
        first[pair] = vector.first();
        second[pair] = vector.second();
        crowd[pair] = (byte) Fields.crowd(things.degree());
        rarest[pair] = things.rarest() < 0 ? -1 : number(things.rarest());
        shared[pair] = things.size() == 0 ? NONE : new int[things.size()];
        for (int i = 0; i < things.size(); i++) {
            shared[pair][i] = number(things.get(i));
        }
    }

    private int number(int thing) {
        int known = local.get(thing);
        if (known < 0) {
            known = local.size();
            local.put(thing, known);
        }
        return known;
    }

    private void count(int pair, boolean more) {
        if (shared[pair].length == 0) {
            return;
        }
        vector.set(first[pair], second[pair]);
        boolean isTied = crowds.isTied(vector);
        boolean isKin = crowds.isKin(vector);
        for (int thing : shared[pair]) {
            if (more) {
                crowds.count(thing, isTied, isKin);
            } else {
                crowds.uncount(thing, isTied, isKin);
            }
        }
    }

    private void weigh() {
        for (int pair = 0; pair < lower.length; pair++) {
            vector.set(first[pair], second[pair]);
            crowds.levels(rarest[pair], crowd[pair], vector);
            if (vector.first() != weighedFirst[pair] || vector.second() != weighedSecond[pair]) {
                weighedFirst[pair] = vector.first();
                weighedSecond[pair] = vector.second();
                epoch.model().posterior(vector.first(), vector.second(), probability);
                control[pair] = Relation.sum(Relation.CONTROL, probability);
                operated[pair] = Relation.sum(Relation.HANDS, probability) / Math.max(control[pair], Double.MIN_NORMAL);
            }
        }
    }

    public int members() {
        return members.length;
    }

    /** Number of a member in the snapshot. */
    public int account(int member) {
        return epoch.order().account(members[member]);
    }

    public int size() {
        return lower.length;
    }

    public int lower(int pair) {
        return lower[pair];
    }

    public int upper(int pair) {
        return upper[pair];
    }

    /** That the two accounts are under common control. */
    public double probability(int pair) {
        return control[pair];
    }

    /** That they are different identities in the same hands, given that they are under common control. */
    public double operated(int pair) {
        return operated[pair];
    }

    /** What speaks for and against common control, strongest first. */
    public List<Evidence> evidence(int pair) {
        return new PairEvidence(epoch.model(), epoch.fields())
                .of(weighedFirst[pair], weighedSecond[pair], Relation.CONTROL);
    }
}
