package io.ringsight.detect.link;

import io.ringsight.detect.evidence.Evidence;
import java.util.List;

/**
 * Two accounts that are probably under common control.
 *
 * @param accountA the id that comes first by code point
 * @param accountB the other id
 * @param probability of common control, in (0, 1)
 * @param evidence strongest first, then by code
 */
public record Link(String accountA, String accountB, double probability, List<Evidence> evidence) {
    public Link {
        evidence = List.copyOf(evidence);
    }

    /** Whether an investigator decided that both are in the same hands. */
    public boolean isBond() {
        return evidence.stream().anyMatch(item -> item.code().equals(LinkTable.BOND));
    }

    /** Whether there is evidence of two people in one identity. */
    public boolean hasConflict() {
        return evidence.stream().anyMatch(Evidence::isConflict);
    }
}
