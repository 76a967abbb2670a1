package io.ringsight.detect.evaluation.opponent;

import io.ringsight.detect.evaluation.Contender;
import java.time.Duration;
import java.util.List;

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

    /** The boosted opponent with columns of others beside its own: what these add to a booster. */
    public static Contender boosted(String name, MoreColumns more) {
        return new Boosted(name, more);
    }
}
