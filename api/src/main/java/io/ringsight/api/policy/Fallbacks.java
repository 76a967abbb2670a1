package io.ringsight.api.policy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What a policy does about checks that are answered from less than there should be.
 *
 * @param staleAfter how long the log may not be read before what is known counts as stale
 * @param floors the mildest decision then, by reason; a reason without one changes nothing (fails open)
 */
public record Fallbacks(Duration staleAfter, Map<Degradation, Decision> floors) {
    /** Of a policy that says nothing of it: all fail open. */
    public static final Fallbacks OPEN = new Fallbacks(Duration.ofSeconds(30), Map.of());

    public Fallbacks {
        if (staleAfter.isNegative() || staleAfter.isZero()) {
            throw new IllegalArgumentException("what is known would be stale at once");
        }
        floors = Map.copyOf(floors);
    }

    /**
     * What is less than it should be, in the order of {@link Degradation}.
     *
     * @param indexAge since the log was read last
     * @param storeAnswers whether the store does
     * @param modelPresent whether the model that should judge did
     */
    public List<Degradation> reasons(Duration indexAge, boolean storeAnswers, boolean modelPresent) {
        List<Degradation> reasons = new ArrayList<>();
        if (!storeAnswers) {
            reasons.add(Degradation.STORE_DOWN);
        }
        if (indexAge.compareTo(staleAfter) > 0) {
            reasons.add(Degradation.STALE_INDEX);
        }
        if (!modelPresent) {
            reasons.add(Degradation.MODEL_MISSING);
        }
        return List.copyOf(reasons);
    }
}
