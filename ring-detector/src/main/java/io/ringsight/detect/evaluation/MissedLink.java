package io.ringsight.detect.evaluation;

import io.ringsight.detect.evidence.Evidence;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Accounts under common control that something connects, and that the product did not link: counted for one ring or one honest
 * person, with one pair of them as an example, the one that it came nearest to linking.
 *
 * @param accountA the id that comes first by code point
 * @param accountB the other id
 * @param probability of common control that it gave the example; empty when it kept no link and told of no such candidate
 * @param evidence of the example, where a link was kept or the contender tells it
 * @param patternA what account a really is: its pattern, or fraud, or honest
 * @param patternB what account b really is
 * @param pairs reachable pairs of scored accounts of this ring or person
 * @param missed of them, those that were not linked
 * @param apart of the missed, those that stand in no ring of the product together either
 */
public record MissedLink(
        String accountA,
        String accountB,
        OptionalDouble probability,
        List<Evidence> evidence,
        String patternA,
        String patternB,
        long pairs,
        long missed,
        long apart) {
    public MissedLink {
        evidence = List.copyOf(evidence);
    }
}
