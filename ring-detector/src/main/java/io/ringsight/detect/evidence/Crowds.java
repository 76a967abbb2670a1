package io.ringsight.detect.evidence;

import java.util.concurrent.atomic.AtomicIntegerArray;

/**
 * What the other pairs behind a shared thing are like: whether something else ties them that is no family's, as behind a ring's device and
 * hardly ever behind the tablet of an agent; and whether they bear one surname, as in a home and not at a drop. Counting is thread-safe.
 */
final class Crowds {
    private static final int NOT_CROWDED = 4; // level of an identifier of eight users

    private final AtomicIntegerArray pairs; // by thing, see SharedThings
    private final AtomicIntegerArray tied;
    private final AtomicIntegerArray kin;
    private final Fields fields;
    private final int address;
    private final int network;

    Crowds(int things, Fields fields) {
        pairs = new AtomicIntegerArray(things);
        tied = new AtomicIntegerArray(things);
        kin = new AtomicIntegerArray(things);
        this.fields = fields;
        this.address = fields.ofTypeNamed("address");
        this.network = fields.ofTypeNamed("ip");
    }

    /** What was counted of some things, numbered as they are given: a part of its own to count in. */
    Crowds of(int[] things) {
        var part = new Crowds(things.length, fields);
        for (int thing = 0; thing < things.length; thing++) {
            part.pairs.set(thing, pairs.get(things[thing]));
            part.tied.set(thing, tied.get(things[thing]));
            part.kin.set(thing, kin.get(things[thing]));
        }
        return part;
    }

    /** Counts a pair that shares those things. */
    void count(ComparisonVector vector, SharedThings shared) {
        boolean isTied = isTied(vector);
        boolean isKin = isKin(vector);
        for (int i = 0; i < shared.size(); i++) {
            count(shared.get(i), isTied, isKin);
        }
    }

    void count(int thing, boolean isTied, boolean isKin) {
        add(thing, isTied, isKin, 1);
    }

    /** Takes back that a pair was counted. */
    void uncount(int thing, boolean isTied, boolean isKin) {
        add(thing, isTied, isKin, -1);
    }

    private void add(int thing, boolean isTied, boolean isKin, int more) {
        pairs.addAndGet(thing, more);
        if (isTied) {
            tied.addAndGet(thing, more);
        }
        if (isKin) {
            kin.addAndGet(thing, more);
        }
    }

    /**
     * Writes what the other pairs behind a thing say of one that was counted.
     *
     * @param thing -1 for none
     * @param crowd how large it is, see {@link Fields#crowd}
     */
    void levels(int thing, int crowd, ComparisonVector vector) {
        double others = thing < 0 ? 0 : pairs.get(thing) - 1;
        if (others > 0) {
            int tiedOthers = tied.get(thing) - (isTied(vector) ? 1 : 0);
            int kinOfOthers = kin.get(thing) - (isKin(vector) ? 1 : 0);
            vector.set(Fields.TIED + crowd, Levels.ofShare(tiedOthers / others));
            vector.set(Fields.KIN + crowd, Levels.ofShare(kinOfOthers / others));
        }
    }

    /** Whether two things tie the pair that are no family's. */
    boolean isTied(ComparisonVector vector) {
        int ties = 0;
        for (int field = Fields.FIRST_TYPE; field < fields.size(); field++) {
            int level = vector.level(field);
            if (field != address && field != network) {
                boolean strong = fields.isBits(field)
                        ? Levels.isNearBits(level)
                        : level >= Levels.EQUAL && level <= NOT_CROWDED || level == Levels.SERIES;
                ties += strong ? 1 : 0;
            }
        }
        boolean sameHome = address >= 0 && Levels.isEqual(vector.level(address));
        return ties > 1 && !sameHome && !isKin(vector);
    }

    boolean isKin(ComparisonVector vector) {
        return vector.level(Fields.SURNAME) >= Levels.EQUAL;
    }
}
