package io.ringsight.detect.membership;

import io.ringsight.detect.AccountRisk;
import io.ringsight.detect.Detection;
import io.ringsight.detect.DetectionFacts;
import io.ringsight.detect.disposition.Subject;
import io.ringsight.detect.evidence.GrowingGraph;
import io.ringsight.detect.link.Link;
import io.ringsight.detect.ring.Ring;
import io.ringsight.ingest.record.CodePointOrder;
import io.ringsight.ingest.snapshot.IdentityGraph;
import it.unimi.dsi.fastutil.ints.Int2DoubleOpenHashMap;
import it.unimi.dsi.fastutil.ints.Int2ObjectOpenHashMap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Account to ring: a detection, and what became of its rings and accounts since. Accounts are numbered as in the growing graph; one that
 * the detection does not know is in no ring. 12 bytes an account beside the detection. One thread changes it, or many read.
 */
public final class CurrentRings {
    private final GrowingGraph graph;
    private final Detection detection;
    private final int[] ring; // by account of the snapshot: position in the detection's rings, -1 for none
    private final double[] risk; // by account of the snapshot, NaN where the detection does not know it
    private final Int2DoubleOpenHashMap riskSince = new Int2DoubleOpenHashMap(); // by account of which something is put
    private final Int2ObjectOpenHashMap<Optional<String>> idSince =
            new Int2ObjectOpenHashMap<>(); // by account that moved
    private final Map<String, Optional<Ring>> since = new HashMap<>(); // by ring id; none where it ended
    private final Map<String, AccountRisk> accountsSince = new HashMap<>();
    private final Map<Subject.Pair, Link> linksSince = new HashMap<>();

    private CurrentRings(GrowingGraph graph, Detection detection) {
        this.graph = graph;
        this.detection = detection;
        IdentityGraph snapshot = graph.snapshot();
        ring = new int[snapshot.accountCount()];
        Arrays.fill(ring, -1);
        for (int r = 0; r < detection.rings().size(); r++) {
            for (String member : detection.rings().get(r).members()) {
                int account = snapshot.findAccount(member);
                if (account >= 0) {
                    ring[account] = r;
                }
            }
        }
        risk = risks(snapshot, detection.accounts());
        riskSince.defaultReturnValue(Double.NaN);
    }

    /** By account. Both know accounts in the order of their ids, so they are walked side by side. */
    private static double[] risks(IdentityGraph snapshot, List<AccountRisk> accounts) {
        double[] risks = new double[snapshot.accountCount()];
        Arrays.fill(risks, Double.NaN);
        int rank = 0;
        for (AccountRisk account : accounts) {
            int order = -1;
            while (order < 0 && rank < risks.length) {
                int number = snapshot.accountByRank(rank);
                order = CodePointOrder.INSTANCE.compare(snapshot.accountId(number), account.accountId());
                if (order == 0) {
                    risks[number] = account.risk();
                }
                rank += order <= 0 ? 1 : 0;
            }
        }
        return risks;
    }

    /** The snapshot may be newer than the detection. */
    public static CurrentRings of(GrowingGraph graph, Detection detection) {
        return new CurrentRings(graph, detection);
    }

    /** Where all of it started. */
    public DetectionFacts facts() {
        return detection.facts();
    }

    /** The ring that an account is in. */
    public @Nullable Ring ringOf(int account) {
        Optional<String> moved = idSince.isEmpty() ? null : idSince.get(account);
        if (moved != null) {
            return moved.flatMap(this::ring).orElse(null);
        }
        if (account >= ring.length || ring[account] < 0) {
            return null;
        }
        Ring before = detection.rings().get(ring[account]);
        Optional<Ring> now = since.isEmpty() ? null : since.get(before.ringId());
        return now == null ? before : now.orElse(null);
    }

    public Optional<Ring> ring(String ringId) {
        Optional<Ring> now = since.get(ringId);
        return now != null ? now : detection.ring(ringId);
    }

    /** Probability that an account is fraudulent; NaN for one of which nothing is thought. */
    public double riskOf(int account) {
        double now = riskSince.isEmpty() ? Double.NaN : riskSince.get(account);
        if (!Double.isNaN(now)) {
            return now;
        }
        return account < risk.length
                ? risk[account]
                : account(graph.accountId(account)).map(AccountRisk::risk).orElse(Double.NaN);
    }

    /** What is thought of an account: {@link #riskOf} is faster where its risk is enough. */
    public Optional<AccountRisk> account(String accountId) {
        AccountRisk now = accountsSince.get(accountId);
        return now != null ? Optional.of(now) : detection.account(accountId);
    }

    /** From now on a ring is this. In the time of as many comparisons of ids as it has members, and of those that moved. */
    public void put(Ring changed) {
        List<String> before = ring(changed.ringId()).map(Ring::members).orElse(List.of());
        without(before, changed.members()).forEach(member -> move(member, changed.ringId(), Optional.empty()));
        since.put(changed.ringId(), Optional.of(changed));
        without(changed.members(), before)
                .forEach(member -> idSince.put(graph.findAccount(member), Optional.of(changed.ringId())));
    }

    /** From now on there is no such ring. */
    public void end(String ringId) {
        ring(ringId).ifPresent(ring -> ring.members().forEach(member -> move(member, ringId, Optional.empty())));
        since.put(ringId, Optional.empty());
    }

    /** An account that is in a ring still goes elsewhere. */
    private void move(String member, String from, Optional<String> to) {
        int account = graph.findAccount(member);
        Ring there = ringOf(account);
        if (there != null && there.ringId().equals(from)) {
            idSince.put(account, to);
        }
    }

    /** Those of some ids that are not among others; both by code point. */
    private static List<String> without(List<String> some, List<String> others) {
        List<String> left = new ArrayList<>();
        int other = 0;
        for (String id : some) {
            while (other < others.size() && CodePointOrder.INSTANCE.compare(others.get(other), id) < 0) {
                other++;
            }
            if (other == others.size() || !others.get(other).equals(id)) {
                left.add(id);
            }
        }
        return left;
    }

    /** From now on this is what is thought of an account. */
    public void put(AccountRisk account) {
        accountsSince.put(account.accountId(), account);
        riskSince.put(graph.findAccount(account.accountId()), account.risk());
    }

    /** From now on two accounts are linked like that. */
    public void put(Link link) {
        linksSince.put(Subject.Pair.of(link.accountA(), link.accountB()), link);
    }

    /** What has changed since the detection; it does not change any more. In the time of as many changes. */
    public RingChanges changes() {
        Map<String, Optional<String>> ringIds = new HashMap<>();
        idSince.int2ObjectEntrySet()
                .forEach(entry -> ringIds.put(graph.accountId(entry.getIntKey()), entry.getValue()));
        return new RingChanges(detection, ringIds, since, accountsSince, linksSince);
    }
}
