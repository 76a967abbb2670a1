package io.ringsight.detect.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a reader of the figures has to know, in whole sentences. */
final class Warnings {
    private Warnings() {}

    static List<String> of(EvaluationFacts facts, List<SystemScores> systems) {
        List<String> warnings = new ArrayList<>();
        if (facts.unknown() > 0) {
            warnings.add(number(facts.unknown())
                    + " accounts of the truth are unknown or were not judged: they are left out of every score,"
                    + " so whoever leaves out the hard ones looks better.");
        }
        if (facts.withoutTruth() > 0) {
            warnings.add(number(facts.withoutTruth()) + " accounts have no truth: they are not scored.");
        }
        if (facts.labelsLater() > 0) {
            warnings.add(number(facts.labelsLater()) + " labels were learned after the training: they are not used.");
        }
        if (facts.labelsUnknown() > 0) {
            warnings.add(number(facts.labelsUnknown())
                    + " accounts with a label are unknown: maybe the labels belong to other applications.");
        }
        if (facts.asOf().isPresent() && facts.labelsUsed() == 0) {
            warnings.add("No label was known at the training: whoever needs labels takes no part.");
        }
        if (facts.fraud() == 0) {
            warnings.add("No scored account is fraudulent: there is nobody to rank, only who belongs together.");
        } else if (facts.fraud() == facts.scored()) {
            warnings.add("No scored account is honest: nobody can be ranked.");
        }
        if (!facts.reachableTold()) {
            warnings.add(
                    "The truth tells no reachable_group: the oracle knows only what members of a ring share exactly, and"
                            + " near matches may do better.");
        }
        for (SystemScores system : systems) {
            system.failure()
                    .ifPresent(reason -> warnings.add("%s takes no part: %s.".formatted(system.system(), reason)));
        }
        return warnings;
    }

    private static String number(int count) {
        return String.format(Locale.ROOT, "%,d", count);
    }
}
