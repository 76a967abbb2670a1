package io.ringsight.detect.check;

import io.ringsight.detect.link.Link;
import io.ringsight.detect.risk.Risks;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What would become of an applicant that was taken in: the risks that a check says, and its links.
 *
 * @param account risk of the applicant
 * @param ring risk of its ring, it included; as for nobody in particular where it is in none
 * @param links of at least the probability that is kept, most probable first
 * @param evidenced accounts that evidence alone ties it to, whatever was judged, to its probability
 * @param linked accounts at the other end of those that hold a ring together
 * @param joined id of the ring whose risk is counted
 */
public record Assessment(
        Risks.Risk account,
        Risks.Risk ring,
        List<Link> links,
        Map<String, Double> evidenced,
        Set<String> linked,
        Optional<String> joined) {
    public Assessment {
        links = List.copyOf(links);
        evidenced = Map.copyOf(evidenced);
        linked = Set.copyOf(linked);
    }
}
