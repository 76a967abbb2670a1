package io.ringsight.detect.evaluation;

import io.ringsight.detect.link.Link;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a contender said of the accounts of the truth, in their order.
 *
 * @param risk double[accounts]
 * @param ring int[accounts], or -1
 * @param riskyRing int[accounts]: the ring when it is risky, else -1
 * @param links between accounts of the truth
 * @param candidates by positions in the truth, both accounts of it; empty when not told
 */
record AlignedVerdicts(
        String system,
        double[] risk,
        boolean probabilities,
        int[] ring,
        int[] riskyRing,
        double[] ringRisk,
        boolean linksPairs,
        List<AlignedLink> links,
        Optional<ScoredPairs> candidates) {

    /** A link by positions in the truth. */
    record AlignedLink(int a, int b, Link link) {}

    /** @param truth about accounts that all have verdicts */
    static AlignedVerdicts of(Truth truth, Verdicts verdicts) {
        Map<String, Integer> position = HashMap.newHashMap(truth.size());
        for (String id : truth.accountIds()) {
            position.put(id, position.size());
        }
        double[] risk = new double[truth.size()];
        int[] ring = new int[truth.size()];
        boolean[] judged = new boolean[truth.size()];
        int[] truthAt = new int[verdicts.accountIds().size()];
        for (int i = 0; i < verdicts.accountIds().size(); i++) {
            Integer at = position.get(verdicts.accountIds().get(i));
            truthAt[i] = at == null ? -1 : at;
            if (at != null) {
                risk[at] = verdicts.risk()[i];
                ring[at] = verdicts.ring()[i];
                judged[at] = true;
            }
        }
        for (int i = 0; i < judged.length; i++) {
            if (!judged[i]) {
                throw new IllegalStateException(verdicts.system() + " did not judge every account.");
            }
        }
        int[] risky = ring.clone();
        Arrays.setAll(risky, i -> ring[i] >= 0 && verdicts.ringRisk()[ring[i]] >= Verdicts.RISKY ? ring[i] : -1);
        return new AlignedVerdicts(
                verdicts.system(),
                risk,
                verdicts.probabilities(),
                ring,
                risky,
                verdicts.ringRisk(),
                verdicts.linksPairs(),
                links(verdicts, position),
                verdicts.candidates().map(pairs -> pairs.at(truthAt)));
    }

    private static List<AlignedLink> links(Verdicts verdicts, Map<String, Integer> position) {
        List<AlignedLink> links = new ArrayList<>();
        for (Link link : verdicts.links()) {
            Integer a = position.get(link.accountA());
            Integer b = position.get(link.accountB());
            if (a != null && b != null) {
                links.add(new AlignedLink(a, b, link));
            }
        }
        return links;
    }
}
