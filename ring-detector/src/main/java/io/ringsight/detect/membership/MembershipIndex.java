package io.ringsight.detect.membership;

import io.ringsight.detect.Detection;
import io.ringsight.ingest.record.Token;
import io.ringsight.ingest.snapshot.IdentityGraph;

/** Token to accounts, account to ring: one snapshot and the detection in it. Immutable, thread-safe. */
public final class MembershipIndex {
    private final IdentityGraph graph;
    private final Detection detection;

    private MembershipIndex(IdentityGraph graph, Detection detection) {
        this.graph = graph;
        this.detection = detection;
    }

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
        throw new UnsupportedOperationException("Comes next.");
    }
}
