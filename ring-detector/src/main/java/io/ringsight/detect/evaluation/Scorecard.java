package io.ringsight.detect.evaluation;

import java.util.List;
import java.util.Optional;

/**
 * What an evaluation came to.
 *
 * @param systems the oracle first, then the product, then the opponents
 * @param warnings for people, whole sentences
 */
public record Scorecard(
        EvaluationFacts facts,
        List<Period> periods,
        List<SystemScores> systems,
        List<FalseMerge> falseMerges,
        List<FalseLink> falseLinks,
        List<MissedLink> missedLinks,
        List<String> warnings) {
    public Scorecard {
        periods = List.copyOf(periods);
        systems = List.copyOf(systems);
        falseMerges = List.copyOf(falseMerges);
        falseLinks = List.copyOf(falseLinks);
        missedLinks = List.copyOf(missedLinks);
        warnings = List.copyOf(warnings);
    }

    /** Whose calibration counts: out of time where anybody is, as before the training fraud is mostly labelled, so not scored. */
    public Period calibrated() {
        PeriodFacts after = facts.periods().get(Period.AFTER);
        return after != null && after.scored() > 0 ? Period.AFTER : Period.ALL;
    }

    public Optional<SystemScores> system(String name) {
        return systems.stream().filter(one -> one.system().equals(name)).findFirst();
    }
}
