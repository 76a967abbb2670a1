package io.ringsight.detect.evaluation.opponent;

import io.ringsight.detect.evaluation.Contender;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The opponents that need nothing but this process. */
public final class Opponents {
    /** An identifier of more accounts than this holds no component together. */
    public static final int COMPONENT_CAP = 20;

    /** Milliseconds. */
    static final double DAY = Duration.ofDays(1).toMillis();

    private Opponents() {}

    /** From the simplest to the strongest. */
    public static List<Contender> inProcess() {
        return List.of(
                SharedIdentifiers.all(),
                SharedIdentifiers.capped(COMPONENT_CAP),
                new FellegiSunter(),
                new Splink(),
                new Boosted());
    }

    /**
     * Boosted trees over the same columns, whose parameters are not chosen but given.
     *
     * @param partner column of {@code more} whose log2 odds are averaged with those of the trees, if any
     */
    public static Contender steady(String name, MoreColumns more, Optional<String> partner) {
        return new SteadyBoosted(name, more, partner);
    }

    /** The boosted opponent with columns of others beside its own: what these add to a booster. */
    public static Contender boosted(String name, MoreColumns more) {
        return new Boosted(name, more);
    }
}
