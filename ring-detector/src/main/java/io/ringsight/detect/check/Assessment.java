package io.ringsight.detect.check;

import io.ringsight.detect.link.Link;
import io.ringsight.detect.risk.Risks;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What would become of an applicant that was taken in: the same that a check says of it, and its links.
 *
 * @param result what a check answers
 * @param account risk of the applicant
 * @param ring risk of its ring, it included; as for nobody in particular where it is in none
 * @param links of at least the probability that is kept, most probable first
 * @param evidenced accounts that evidence alone ties it to, whatever was judged, to its probability
 * @param operated of those that hold a ring together, that they are different identities in the same hands, by account at the other end
 * @param joined id of the ring whose risk is counted
 */
public record Assessment(
        CheckResult result,
        Risks.Risk account,
        Risks.Risk ring,
        List<Link> links,
        Map<String, Double> evidenced,
        Map<String, Double> operated,
        Optional<String> joined) {
    public Assessment {
        links = List.copyOf(links);
        evidenced = Map.copyOf(evidenced);
        operated = Map.copyOf(operated);
    }
}
