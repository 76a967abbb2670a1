package io.ringsight.detect.explanation;

import io.ringsight.detect.evidence.PairsWithin;
import io.ringsight.detect.risk.RingParts;
import java.util.BitSet;

/**
 * Takes shared things away from a ring and looks at what is left: members lose their sightings of what is not kept; what each has for
 * itself, its names and its times stay, and so does all that the epoch knows of the rest of the world. One thread.
 */
final class Experiment {
    private final PairsWithin pairs;
    private final ThingsInCommon things;
    private final double floor;
    private final double prior;
    private final BitSet kept = new BitSet();
    private RingParts parts;

    Experiment(PairsWithin pairs, ThingsInCommon things, double floor, double prior) {
        this.pairs = pairs;
        this.things = things;
        this.floor = floor;
        this.prior = prior;
        kept.set(0, things.size());
        parts = RingParts.of(pairs, floor, prior);
    }

    /** What is left with all things. */
    RingParts all() {
        var all = new BitSet();
        all.set(0, things.size());
        return with(all);
    }

    /** What is left with these things alone. */
    RingParts with(BitSet wanted) {
        var changed = (BitSet) wanted.clone();
        changed.xor(kept);
        if (changed.isEmpty()) {
            return parts;
        }
        kept.clear();
        kept.or(wanted);
        var touched = new BitSet();
        changed.stream().forEach(thing -> {
            for (int member : things.get(thing).members()) {
                touched.set(member);
            }
        });
        touched.stream().forEach(member -> pairs.keep(member, this::isKept));
        pairs.update();
        parts = RingParts.of(pairs, floor, prior);
        return parts;
    }

    private boolean isKept(int identifier) {
        int thing = things.of(identifier);
        return thing < 0 || kept.get(thing);
    }
}
