package io.ringsight.detect.check;

import io.ringsight.detect.evidence.AccountOrder;
import io.ringsight.detect.evidence.IdentifierWeights;
import io.ringsight.detect.evidence.PairEvidence;
import io.ringsight.detect.membership.MembershipIndex;
import io.ringsight.ingest.record.SightingRecord;
import io.ringsight.ingest.record.TokenisedApplication;
import io.ringsight.ingest.snapshot.IdentityGraph;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Who asks: the identifiers that it presents and somebody else uses, the rarest first, and how it compares with one
 * account after another. If the snapshot knows the account already it is left out of everything. Not thread-safe.
 */
final class Applicant {
    /** Identifiers that are looked at. */
    private static final int MOST_IDENTIFIERS = 64;
    /** Users of a hub that are looked at. */
    private static final int HUB_SAMPLES = 8;

    private final IdentityGraph graph;
    private final IdentifierWeights weights;
    private final int exactDegree;
    private final long createdAt;
    private final long hash;
    private final int own; // its number in the snapshot, or -1
    private final List<Shared> shared;
    private final PairEvidence evidence;

    /** An identifier with what an agreement on it weighs, the applicant counted among its users. */
    record Shared(int identifier, int type, int others, double bits) {}

    Applicant(
            TokenisedApplication application,
            MembershipIndex index,
            IdentifierWeights weights,
            int exactDegree,
            Set<String> truncated) {
        this.graph = index.graph();
        this.weights = weights;
        this.exactDegree = exactDegree;
        this.createdAt = application.account().createdAt();
        this.hash = AccountOrder.mix(application.account().accountId().hashCode());
        this.own = graph.findAccount(application.account().accountId());
        this.evidence = new PairEvidence(weights.model());
        this.shared = shared(application, index, truncated);
    }

    private List<Shared> shared(TokenisedApplication application, MembershipIndex index, Set<String> truncated) {
        int[] identifiers = application.sightings().stream()
                .map(SightingRecord::identifier)
                .mapToInt(identifier ->
                        index.findIdentifier(graph.types().ordinal(identifier.type()), identifier.token()))
                .filter(identifier -> identifier >= 0)
                .sorted()
                .distinct()
                .toArray();
        List<Shared> found = new ArrayList<>();
        for (int identifier : identifiers) {
            boolean mine = own >= 0 && uses(own, identifier);
            int others = weights.degree(identifier) - (mine ? 1 : 0);
            if (others > 0) {
                int type = graph.identifierType(identifier);
                found.add(new Shared(identifier, type, others, weights.model().agreementBits(type, others + 1)));
            }
        }
        found.sort(Comparator.comparingDouble(Shared::bits).reversed().thenComparingInt(Shared::identifier));
        if (found.size() > MOST_IDENTIFIERS) {
            truncated.add("identifiers");
            return found.subList(0, MOST_IDENTIFIERS);
        }
        return found;
    }

    long createdAt() {
        return createdAt;
    }

    List<Shared> shared() {
        return shared;
    }

    int[] identifiers() {
        return shared.stream().mapToInt(Shared::identifier).toArray();
    }

    /** The accounts to compare with, each once: all users of rare identifiers, some of a hub's. */
    int[] candidates(int most, Set<String> truncated) {
        int[] candidates = new int[64];
        int size = 0;
        for (Shared item : shared) {
            int first = graph.firstUse(item.identifier());
            int uses = graph.firstUse(item.identifier() + 1) - first;
            boolean hub = uses > 4 * exactDegree || item.others() > exactDegree;
            if (hub) {
                truncated.add("hub:" + graph.types().get(item.type()).name());
            }
            for (int i = 0; i < (hub ? HUB_SAMPLES : uses); i++) {
                int offset = hub ? (int) Math.unsignedMultiplyHigh(AccountOrder.mix(hash + i), uses) : i;
                int account = graph.accountOf(first + offset);
                if (account != own) {
                    if (size == candidates.length) {
                        candidates = Arrays.copyOf(candidates, size * 2);
                    }
                    candidates[size++] = account;
                }
            }
            if (size > 4 * most) {
                break;
            }
        }
        int[] distinct = Arrays.stream(candidates, 0, size).distinct().toArray();
        if (distinct.length > most) {
            truncated.add("candidates");
        }
        return Arrays.copyOf(distinct, Math.min(distinct.length, most));
    }

    /** log2 odds that the account and the applicant are under common control. */
    double bits(int account) {
        evidence.clear();
        for (Shared item : shared) {
            if (uses(account, item.identifier())) {
                evidence.add(item.type(), item.bits());
            }
        }
        return evidence.totalBits();
    }

    /** Whether the account uses the identifier: a binary search in its ascending row. */
    boolean uses(int account, int identifier) {
        int low = graph.firstSighting(account);
        int high = graph.firstSighting(account + 1) - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int found = graph.identifierOf(middle);
            if (found == identifier) {
                return true;
            }
            if (found < identifier) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return false;
    }

    boolean is(int account) {
        return account == own;
    }

    /** Its id, if it is known and in that ring already. */
    Optional<String> ownIn(int ring, MembershipIndex index) {
        return own >= 0 && index.ringOf(own) == ring ? Optional.of(graph.accountId(own)) : Optional.empty();
    }
}
