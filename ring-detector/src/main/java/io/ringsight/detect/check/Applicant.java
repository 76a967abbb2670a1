package io.ringsight.detect.check;

import io.ringsight.detect.evidence.AccountOrder;
import io.ringsight.detect.evidence.GrowingGraph;
import io.ringsight.detect.evidence.Newcomer;
import io.ringsight.detect.evidence.PairWeigher;
import io.ringsight.detect.membership.CurrentRings;
import io.ringsight.detect.ring.Ring;
import io.ringsight.ingest.record.TokenisedApplication;
import it.unimi.dsi.fastutil.ints.IntLinkedOpenHashSet;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/**
 * Who asks, and which accounts it is compared with: users of what it presents, the rarest first, and of what resembles it. If the account
 * is known already it is left out of everything. Not thread-safe.
 */
final class Applicant {
    /** Identifiers and blocking keys that are looked at, each. */
    private static final int MOST_IDENTIFIERS = 64;
    /** Users of a hub that are looked at. */
    private static final int HUB_SAMPLES = 4;
    /** Identifiers of a blocking key that are looked at. */
    private static final int BLOCKED_SAMPLES = 8;
    /** Users of an identifier from which on it is one. */
    private static final int HUB = 50;
    /** Hubs whose users are looked at, the rarest first: of users of a hub alone nothing is learned that counts. */
    private static final int MOST_HUBS = 1;

    private final GrowingGraph graph;
    private final PairWeigher weigher;
    private final Newcomer newcomer;
    private final long hash;
    private final int own; // its number, or -1
    private int hubs; // that were looked at

    /** @param whole whether it presents what it was seen with before too, if it is known */
    Applicant(TokenisedApplication application, boolean whole, GrowingGraph graph, PairWeigher weigher) {
        this.graph = graph;
        this.weigher = weigher;
        this.newcomer = graph.newcomer(application, whole);
        this.hash = AccountOrder.mix(application.account().accountId().hashCode());
        this.own = graph.findAccount(application.account().accountId());
    }

    Newcomer newcomer() {
        return newcomer;
    }

    boolean isKnown() {
        return own >= 0;
    }

    /** Whether the detection knew it already. */
    boolean isOfSnapshot() {
        return own >= 0 && own < graph.snapshot().accountCount();
    }

    /** The accounts to compare with, each once: all users of rare identifiers, some of a hub's. */
    int[] candidates(int most, Set<String> truncated) {
        var found = new IntLinkedOpenHashSet();
        int[] rarest = rarest();
        if (rarest.length > MOST_IDENTIFIERS) {
            truncated.add("identifiers");
        }
        for (int i = 0; i < Math.min(rarest.length, MOST_IDENTIFIERS); i++) {
            users(rarest[i], found, truncated);
        }
        newcomer.forEachSignature((type, signature) -> {
            for (int identifier : graph.near(type, signature)) {
                users(identifier, found, truncated);
            }
        });
        int[] keys = newcomer.blockingKeys();
        if (keys.length > MOST_IDENTIFIERS) {
            truncated.add("blocking_keys");
        }
        for (int i = 0; i < Math.min(keys.length, MOST_IDENTIFIERS); i++) {
            blocked(keys[i], found, truncated);
        }
        if (found.size() > most) {
            truncated.add("candidates");
        }
        return Arrays.copyOf(found.toIntArray(), Math.min(found.size(), most));
    }

    /** Identifiers that are known, by how many use them, then by number. */
    private int[] rarest() {
        int[] known = newcomer.known();
        long[] sorted = new long[known.length];
        for (int i = 0; i < known.length; i++) {
            sorted[i] = (long) weigher.degree(known[i]) << Integer.SIZE | known[i];
        }
        Arrays.sort(sorted);
        for (int i = 0; i < known.length; i++) {
            known[i] = (int) sorted[i];
        }
        return known;
    }

    private void users(int identifier, IntLinkedOpenHashSet found, Set<String> truncated) {
        int uses = graph.uses(identifier);
        boolean hub = uses > HUB;
        if (hub) {
            truncated.add("hub:"
                    + graph.snapshot()
                            .types()
                            .get(graph.identifierType(identifier))
                            .name());
        }
        if (hub && hubs++ >= MOST_HUBS) {
            return;
        }
        for (int i = 0; i < (hub ? HUB_SAMPLES : uses); i++) {
            int offset = hub ? (int) Math.unsignedMultiplyHigh(AccountOrder.mix(hash + i), uses) : i;
            int account = graph.user(identifier, offset);
            if (account != own) {
                found.add(account);
            }
        }
    }

    private void blocked(int key, IntLinkedOpenHashSet found, Set<String> truncated) {
        int size = graph.blocked(key);
        for (int i = 0; i < Math.min(size, BLOCKED_SAMPLES); i++) {
            int offset = size > BLOCKED_SAMPLES ? (int) Math.unsignedMultiplyHigh(AccountOrder.mix(hash - i), size) : i;
            users(graph.blockedIdentifier(key, offset), found, truncated);
        }
    }

    /** An identifier of that type that both have, or else one that the account has; -1 for none. */
    int identifierOf(int account, int type) {
        return graph.identifierOf(account, type, newcomer.known());
    }

    /** Its id, if it is known and in that ring already. */
    Optional<String> ownIn(Ring ring, CurrentRings rings) {
        Ring there = own < 0 ? null : rings.ringOf(own);
        return there != null && there.ringId().equals(ring.ringId())
                ? Optional.of(graph.accountId(own))
                : Optional.empty();
    }
}
