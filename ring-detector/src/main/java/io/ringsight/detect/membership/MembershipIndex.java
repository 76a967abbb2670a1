package io.ringsight.detect.membership;

import io.ringsight.detect.AccountRisk;
import io.ringsight.detect.Detection;
import io.ringsight.detect.ring.Ring;
import io.ringsight.ingest.record.Token;
import io.ringsight.ingest.snapshot.IdentityGraph;
import java.util.Arrays;

/**
 * Token to accounts, account to ring: one snapshot and the detection in it. Beside these two it holds
 * {@code 8 * identifiers + 4 * accounts} bytes. Immutable, thread-safe.
 */
public final class MembershipIndex {
    private final IdentityGraph graph;
    private final Detection detection;
    private final int[] slots; // identifier + 1, 0 where free; a power of two, at most half full
    private final int[] ring; // int[accounts], position in the detection's rings, -1 for none

    private MembershipIndex(IdentityGraph graph, Detection detection) {
        this.graph = graph;
        this.detection = detection;
        slots = new int[Integer.highestOneBit(Math.max(4, graph.identifierCount())) * 4];
        for (int identifier = 0; identifier < graph.identifierCount(); identifier++) {
            slots[slot(graph.identifierType(identifier), graph.token(identifier))] = identifier + 1;
        }
        ring = new int[graph.accountCount()];
        Arrays.fill(ring, -1);
        for (int r = 0; r < detection.rings().size(); r++) {
            for (String member : detection.rings().get(r).members()) {
                int account = graph.findAccount(member);
                if (account >= 0) {
                    ring[account] = r;
                }
            }
        }
    }

    /** The snapshot may be newer than the detection: accounts that it does not know are in no ring. */
    public static MembershipIndex of(IdentityGraph graph, Detection detection) {
        return new MembershipIndex(graph, detection);
    }

    public IdentityGraph graph() {
        return graph;
    }

    public Detection detection() {
        return detection;
    }

    /** The identifier of that type and token, or -1. */
    public int findIdentifier(int type, Token token) {
        return slots[slot(type, token)] - 1;
    }

    /** Position in {@code detection().rings()} of the ring that the account is in, or -1. */
    public int ringOf(int account) {
        return ring[account];
    }

    /** The ring at that position. */
    public Ring ring(int position) {
        return detection.rings().get(position);
    }

    /** What the detection says of the account; the same as for one in no ring when it does not know it. */
    public double riskOf(int account, double unknown) {
        return detection
                .account(graph.accountId(account))
                .map(AccountRisk::risk)
                .orElse(unknown);
    }

    /** Where the identifier stands, or the free slot where it would. */
    private int slot(int type, Token token) {
        int mask = slots.length - 1;
        long mixed = (token.high() ^ token.low() + type) * 0x9E3779B97F4A7C15L;
        int slot = (int) (mixed >>> 32) & mask;
        while (slots[slot] != 0) {
            int identifier = slots[slot] - 1;
            if (graph.identifierType(identifier) == type
                    && graph.token(identifier).equals(token)) {
                break;
            }
            slot = (slot + 1) & mask;
        }
        return slot;
    }
}
