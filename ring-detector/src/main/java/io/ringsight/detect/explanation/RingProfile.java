package io.ringsight.detect.explanation;

import io.ringsight.detect.jgrapht.RingStructure;
import java.util.List;

/**
 * All that is worked out of one ring when somebody looks at it.
 *
 * @param structure how it hangs together
 * @param growth how it grew
 * @param hubs what many outsiders use too
 * @param counts how much of what it presents is distinct
 * @param explanation the evidence that it rests on
 * @param knownFraud members with a label that says so
 * @param knownLegit members with a label that says they are not
 */
public record RingProfile(
        RingStructure structure,
        RingGrowth growth,
        List<RingHub> hubs,
        RingCounts counts,
        RingExplanation explanation,
        int knownFraud,
        int knownLegit) {
    public RingProfile {
        hubs = List.copyOf(hubs);
    }
}
