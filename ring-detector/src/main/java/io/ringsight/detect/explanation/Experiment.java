package io.ringsight.detect.explanation;

import io.ringsight.detect.evidence.PairsWithin;
import io.ringsight.detect.risk.RingParts;
import java.util.BitSet;

/**
 * Takes away from a ring what its members present and looks at what is left: they lose their sightings of what is not kept; their names,
 * birth dates and times stay, and so does all that the epoch knows of the rest of the world. One thread.
 */
final class Experiment {
    private final PairsWithin pairs;
    private final RingThings things;
    private final double floor;
    private final double prior;
    private final BitSet kept = new BitSet();
    private RingParts parts;

    Experiment(PairsWithin pairs, RingThings things, double floor, double prior) {
        this.pairs = pairs;
        this.things = things;
        this.floor = floor;
        this.prior = prior;
        kept.set(0, things.size());
        parts = RingParts.of(pairs, floor, prior);
    }

    /** What is left with what is kept now; at first, all. */
    RingParts parts() {
        return parts;
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
