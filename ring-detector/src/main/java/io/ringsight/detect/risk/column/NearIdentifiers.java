package io.ringsight.detect.risk.column;

import io.ringsight.detect.evidence.Resemblance;
import io.ringsight.detect.evidence.WeighedPairs;
import io.ringsight.gnn.graph.Resemblances;
import io.ringsight.ingest.progress.Progress;
import io.ringsight.ingest.snapshot.IdentityGraph;

/** What evidence weighed as near, as the network takes it: the less it says for common control, the farther. */
public final class NearIdentifiers {
    private static final double MOST_BITS = 16; // as good as equal
    private static final double NEAREST = 0.05;

    private NearIdentifiers() {}

    public static Resemblances of(IdentityGraph snapshot, WeighedPairs weighed, Progress progress) {
        var found = io.ringsight.detect.evidence.Resemblances.of(snapshot, weighed, progress);
        int[] one = new int[found.size()];
        int[] other = new int[one.length];
        float[] distance = new float[one.length];
        for (int i = 0; i < one.length; i++) {
            Resemblance resemblance = found.get(i);
            one[i] = resemblance.one();
            other[i] = resemblance.other();
            distance[i] = distance(resemblance.likelihoodBits());
        }
        return new Resemblances(one, other, distance);
    }

    /** How far what is near counts as, above 0 up to 1: the less it says for common control, the farther. */
    public static float distance(double likelihoodBits) {
        return (float) Math.clamp(1 - likelihoodBits / MOST_BITS, NEAREST, 1);
    }
}
