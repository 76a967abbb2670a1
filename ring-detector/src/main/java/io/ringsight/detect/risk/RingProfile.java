package io.ringsight.detect.risk;

import io.ringsight.detect.evidence.EvidenceModel;
import io.ringsight.detect.evidence.IdentifierWeights;
import io.ringsight.detect.ring.Reason;
import io.ringsight.ingest.record.IdentifierType;
import io.ringsight.ingest.snapshot.IdentityGraph;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * What a group of accounts looks like, and which bits for or against fraud follow from it. Members are added one after
 * another; one that the snapshot does not know yet is welcome. Not thread-safe.
 */
public final class RingProfile {
    static final Comparator<Reason> STRONGEST_FIRST = Comparator.comparingDouble(
                    (Reason reason) -> Math.abs(reason.bits()))
            .reversed()
            .thenComparing(Reason::code);

    private final IdentifierWeights weights;
    private final RiskParameters parameters;
    private final Pace pace;
    private int[] identifiers = new int[64];
    private int identifierCount;
    private long[] createdAt = new long[16];
    private int members;

    public RingProfile(IdentifierWeights weights, RiskParameters parameters, Pace pace) {
        this.weights = weights;
        this.parameters = parameters;
        this.pace = pace;
    }

    /** A member that the snapshot knows. */
    public void add(int account) {
        IdentityGraph graph = weights.graph();
        int previous = -1;
        for (int s = graph.firstSighting(account); s < graph.firstSighting(account + 1); s++) {
            if (graph.identifierOf(s) != previous) {
                previous = graph.identifierOf(s);
                addIdentifier(previous);
            }
        }
        addMember(graph.createdAt(account));
    }

    /** A member that is new: when it was created, and which known identifiers it presents, each once. */
    public void add(long created, int[] knownIdentifiers) {
        for (int identifier : knownIdentifiers) {
            addIdentifier(identifier);
        }
        addMember(created);
    }

    private void addIdentifier(int identifier) {
        if (identifierCount == identifiers.length) {
            identifiers = Arrays.copyOf(identifiers, identifierCount * 2);
        }
        identifiers[identifierCount++] = identifier;
    }

    private void addMember(long created) {
        if (members == createdAt.length) {
            createdAt = Arrays.copyOf(createdAt, members * 2);
        }
        createdAt[members++] = created;
    }

    /** Strongest first; codes {@code SHARED_…}, {@code RING_SIZE}, {@code FAST_GROWTH}. */
    public List<Reason> reasons() {
        List<Reason> reasons = sharing();
        // Honest groups are small: a couple, a family. From four on a doubling says two bits.
        reasons.add(new Reason("RING_SIZE", Math.clamp(2 * EvidenceModel.log2(members / 4.0), -2, 3)));
        double growth = pace.bits(Arrays.copyOf(createdAt, members));
        if (growth > 0) {
            reasons.add(new Reason("FAST_GROWTH", growth));
        }
        reasons.sort(STRONGEST_FIRST);
        return reasons;
    }

    /** The strongest type counts in full, every next one half of the one before: sharing comes in bundles. */
    private List<Reason> sharing() {
        double[] surplus = surplusByType();
        var reasons = new ArrayList<Reason>();
        for (int type = 0; type < surplus.length; type++) {
            double bits = sharingBits(weights.graph().types().get(type), surplus[type]);
            if (bits > 0) {
                reasons.add(new Reason(weights.model().code(type), bits));
            }
        }
        reasons.sort(STRONGEST_FIRST);
        for (int i = 1; i < reasons.size(); i++) {
            Reason reason = reasons.get(i);
            reasons.set(i, new Reason(reason.code(), Math.scalb(reason.bits(), -i)));
        }
        return reasons;
    }

    /**
     * For each type: how many members there are beyond one for each value. A value that others use as well counts by the
     * members' part of its users, so that a hub which runs through a ring does not speak against it.
     */
    private double[] surplusByType() {
        IdentityGraph graph = weights.graph();
        double[] surplus = new double[graph.types().size()];
        Arrays.sort(identifiers, 0, identifierCount);
        for (int from = 0, to; from < identifierCount; from = to) {
            to = from + 1;
            while (to < identifierCount && identifiers[to] == identifiers[from]) {
                to++;
            }
            int users = to - from;
            if (users > 1) {
                double part = (double) users / Math.max(users, weights.degree(identifiers[from]));
                surplus[graph.identifierType(identifiers[from])] += (users - 1) * part;
            }
        }
        return surplus;
    }

    private double sharingBits(IdentifierType type, double surplus) {
        RiskParameters.Sharing sharing = parameters.of(type);
        double bits = surplus < 1
                ? sharing.base() * surplus
                : sharing.base() + sharing.step() * EvidenceModel.log2((1 + surplus) / 2);
        return Math.min(bits, parameters.mostBits());
    }
}
