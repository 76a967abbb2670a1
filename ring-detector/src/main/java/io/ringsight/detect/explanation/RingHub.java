package io.ringsight.detect.explanation;

import io.ringsight.ingest.snapshot.IdentityGraph;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * An identifier that members of a ring share and that more outsiders than members use: a carrier, an agent's tablet, a drop. What hangs on
 * it alone may be no ring.
 *
 * @param identifier number in the snapshot
 * @param type name of its type
 * @param members of the ring that use it, at least two
 * @param outsiders other accounts that use it
 */
public record RingHub(int identifier, String type, int members, int outsiders) {
    /** Of a ring, at most. */
    public static final int MOST = 20;

    /** Those of most outsiders first, then in the order of the snapshot. */
    static List<RingHub> of(IdentityGraph graph, RingThings things) {
        var hubs = new ArrayList<RingHub>();
        for (int i = 0; i < things.size(); i++) {
            RingThing thing = things.get(i);
            if (thing.kind() == ThingKind.SHARED) {
                int identifier = thing.identifiers()[0];
                int outsiders = graph.degree(identifier) - thing.members().length;
                if (outsiders > thing.members().length) {
                    hubs.add(new RingHub(
                            identifier, graph.types().get(thing.type()).name(), thing.members().length, outsiders));
                }
            }
        }
        hubs.sort(Comparator.comparingInt((RingHub hub) -> -hub.outsiders()).thenComparingInt(RingHub::identifier));
        return hubs.stream().limit(MOST).toList();
    }
}
