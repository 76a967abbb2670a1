package io.ringsight.detect.explanation;

import java.util.List;

/**
 * The smallest evidence found that holds a ring together or makes it risky: risks here are by links alone, under the parameters of the
 * detection, of the riskiest part that is left. Nothing in it is a raw value.
 *
 * @param question what is explained
 * @param risk with all that members have in common
 * @param without risk without what is cited
 * @param only risk with nothing but what is cited
 * @param isNecessary whether without it the question is not raised
 * @param isSufficient whether it raises the question by itself
 * @param cited the strongest first
 * @param shared how many things members have in common in all, cited or not
 * @param things the same, and by type what they have for themselves: what was chosen from
 * @param truncated what was left out because there was too much of it
 */
public record RingExplanation(
        Question question,
        double risk,
        double without,
        double only,
        boolean isNecessary,
        boolean isSufficient,
        List<EvidenceItem> cited,
        int shared,
        int things,
        List<String> truncated) {
    public RingExplanation {
        cited = List.copyOf(cited);
        truncated = List.copyOf(truncated);
    }

    /** Whether anything that members present raises the question; not where only an investigator's bond ties them. */
    public boolean isHeldByThings() {
        return isSufficient || question == Question.WHY_RISKY;
    }
}
