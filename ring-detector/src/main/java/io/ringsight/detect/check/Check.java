package io.ringsight.detect.check;

import io.ringsight.detect.AccountRisk;
import io.ringsight.detect.DetectionParameters;
import io.ringsight.detect.Snapshots;
import io.ringsight.detect.disposition.Judgements;
import io.ringsight.detect.disposition.Subject;
import io.ringsight.detect.evidence.Evidence;
import io.ringsight.detect.evidence.PairWeigher;
import io.ringsight.detect.evidence.Resemblance;
import io.ringsight.detect.link.JudgedPairs;
import io.ringsight.detect.membership.MembershipIndex;
import io.ringsight.detect.ring.Reason;
import io.ringsight.detect.ring.Ring;
import io.ringsight.detect.ring.RingIds;
import io.ringsight.detect.risk.Calibration;
import io.ringsight.detect.risk.RiskModel;
import io.ringsight.detect.risk.Risks;
import io.ringsight.ingest.record.CodePointOrder;
import io.ringsight.ingest.record.TokenisedApplication;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Weighs one applicant from memory, without writing anything, in bounded work: it is compared with at most
 * {@value #MOST_CANDIDATES} accounts, hubs are sampled, rings are weighed by at most {@value #MOST_MEMBERS} members. The
 * clock is the application's own; if the account is known already, it is no evidence against itself. The same state and
 * the same application give an equal answer. Thread-safe.
 */
public final class Check {
    /** Members that a ring is weighed by and that an answer lists, at most. */
    public static final int MOST_MEMBERS = 200;
    /** Accounts that an applicant is compared with, at most. */
    public static final int MOST_CANDIDATES = 1_000;

    private static final int MOST_PATHS = 3;

    private final MembershipIndex index;
    private final DetectionParameters parameters;
    private final PairWeigher weigher;
    private final RiskModel risks;
    private final String snapshot;
    private final Judgements judgements;

    public Check(MembershipIndex index, DetectionParameters parameters) {
        this.index = index;
        this.parameters = parameters;
        var graph = index.graph();
        weigher = new PairWeigher(
                graph, parameters.evidence(), index.detection().facts().pairModel());
        risks = new RiskModel(parameters.risk(), parameters.prior());
        snapshot = Snapshots.name(graph);
        judgements = Judgements.none();
    }

    private Check(Check other, Judgements judgements) {
        index = other.index;
        parameters = other.parameters;
        weigher = other.weigher;
        risks = other.risks;
        snapshot = other.snapshot;
        this.judgements = judgements;
    }

    /** The same, by what investigators decided: of an account that is known, pairs they cut are no ties, those they bonded are. */
    public Check under(Judgements decided) {
        return new Check(this, decided);
    }

    public CheckResult decide(TokenisedApplication application) {
        Set<String> truncated = new TreeSet<>();
        var applicant = new Applicant(application, index, weigher);
        List<Tie> ties = ties(applicant, application.account().accountId(), truncated);
        List<Tie> linked = ties.stream()
                .filter(tie -> tie.probability() >= parameters.ringFloor())
                .toList();
        List<Integer> others = linked.isEmpty() ? List.of() : companions(applicant, linked, truncated);
        List<Reason> together = linked.isEmpty() ? List.of() : reasons(applicant, linked);
        Risks.Risk risk = risk(applicant, linked, together);
        return new CheckResult(
                risk.probability(),
                linked.isEmpty()
                        ? Optional.empty()
                        : Optional.of(ring(application.account().accountId(), linked, others, together)),
                risk.reasons(),
                paths(applicant, linked.isEmpty() ? ties : linked),
                index.detection().facts().modelVersion(),
                snapshot,
                List.copyOf(truncated));
    }

    /** Which identifiers of two accounts of the snapshot are weighed as near each other, under the detection's parameters. */
    public List<Resemblance> resemblances(int one, int other) {
        return weigher.resemblances(one, other);
    }

    /** An account that the applicant may be under common control with. */
    private record Tie(PairWeigher.Weighed pair, String accountId, double probability) {
        int account() {
            return pair.account();
        }
    }

    /** Most probable first, then by id. */
    private List<Tie> ties(Applicant applicant, String applicantId, Set<String> truncated) {
        Set<String> cut = partners(judgements.cuts(), applicantId);
        Set<String> bonded = partners(judgements.bonds(), applicantId);
        int[] candidates = IntStream.concat(
                        Arrays.stream(applicant.candidates(MOST_CANDIDATES, truncated)),
                        bonded.stream().mapToInt(index.graph()::findAccount).filter(account -> account >= 0))
                .distinct()
                .toArray();
        List<Tie> ties = new ArrayList<>();
        for (PairWeigher.Weighed pair : weigher.weigh(applicant.newcomer(), applicant.isKnown(), candidates)) {
            String other = index.graph().accountId(pair.account());
            double probability =
                    bonded.contains(other) ? Math.max(JudgedPairs.BOND, pair.probability()) : pair.probability();
            if (probability >= parameters.linkFloor() && !cut.contains(other)) {
                ties.add(new Tie(pair, other, probability));
            }
        }
        ties.sort(Comparator.comparingDouble(Tie::probability)
                .reversed()
                .thenComparing(Tie::accountId, CodePointOrder.INSTANCE));
        return ties;
    }

    private static Set<String> partners(List<Subject.Pair> pairs, String account) {
        Set<String> others = new TreeSet<>(CodePointOrder.INSTANCE);
        for (Subject.Pair pair : pairs) {
            if (pair.accounts().contains(account)) {
                others.add(pair.accountA().equals(account) ? pair.accountB() : pair.accountA());
            }
        }
        return others;
    }

    /** The ring that the applicant is in or would join: that of its strongest tie that is in one; -1 for none. */
    private int joined(List<Tie> linked) {
        for (Tie tie : linked) {
            if (index.ringOf(tie.account()) >= 0) {
                return index.ringOf(tie.account());
            }
        }
        return -1;
    }

    /** The accounts that would be in a ring with the applicant: members of the ring it joins, and its own links. */
    private List<Integer> companions(Applicant applicant, List<Tie> linked, Set<String> truncated) {
        var others = new TreeSet<String>(CodePointOrder.INSTANCE);
        int joined = joined(linked);
        for (Tie tie : linked) {
            if (others.size() < MOST_MEMBERS && (joined < 0 || index.ringOf(tie.account()) < 0)) {
                others.add(tie.accountId);
            }
        }
        if (joined >= 0) {
            for (String member : index.ring(joined).members()) {
                int account = index.graph().findAccount(member);
                if (others.size() >= MOST_MEMBERS) {
                    truncated.add("members");
                    break;
                }
                if (account >= 0 && !applicant.is(account)) {
                    others.add(member);
                }
            }
        }
        return others.stream().map(index.graph()::findAccount).toList();
    }

    /** Of the applicant: as risky as the ring as far as it belongs; where labels taught, a member's risk is what they taught. */
    private Risks.Risk risk(Applicant applicant, List<Tie> linked, List<Reason> together) {
        if (linked.isEmpty()) {
            return calibrated(List.of());
        }
        int joined = joined(linked);
        Optional<AccountRisk> own =
                joined < 0 ? Optional.empty() : applicant.ownIn(joined).flatMap(index.detection()::account);
        if (isLearned(joined) && own.isPresent()) {
            return new Risks.Risk(own.get().risk(), own.get().reasons());
        }
        List<Reason> weakened = risks.weakened(together, linked.getFirst().probability());
        return risk(joined, weakened);
    }

    private Risks.Risk risk(int joined, List<Reason> reasons) {
        return isLearned(joined) ? risks.risk(reasons, Calibration.NONE) : calibrated(reasons);
    }

    /** Whether labels taught the risk of the ring that is joined: it is calibrated already. */
    private boolean isLearned(int joined) {
        return joined >= 0 && index.detection().facts().learned();
    }

    /** Of the ring as a whole, the applicant in it. */
    private List<Reason> reasons(Applicant applicant, List<Tie> linked) {
        int joined = joined(linked);
        List<Reason> standing = joined < 0 ? List.of() : standing(index.ring(joined));
        boolean inIt = joined >= 0 && applicant.ownIn(joined).isPresent();
        Tie strongest = linked.stream()
                .max(Comparator.comparingDouble(
                        tie -> tie.probability() * tie.pair().operated()))
                .orElseThrow();
        List<Reason> reasons = inIt
                ? standing
                : risks.joined(
                        standing,
                        strongest.probability() * strongest.pair().operated(),
                        weigher.evidenceOfOperation(strongest.pair()));
        reasons = new ArrayList<>(reasons);
        if (joined >= 0 && !isLearned(joined)) {
            labelled(applicant, joined).stream().filter(Check::isOfLabels).forEach(reasons::add);
        }
        return reasons;
    }

    /** What the ring stands on when another joins: its links, or all that was learned of it. */
    private List<Reason> standing(Ring ring) {
        if (index.detection().facts().learned()) {
            return ring.reasons();
        }
        return ring.reasons().stream()
                .filter(reason -> !isOfLabels(reason) && !reason.code().equals("CALIBRATION"))
                .toList();
    }

    private static boolean isOfLabels(Reason reason) {
        return reason.code().endsWith("_LABEL_IN_RING");
    }

    /** What labels said of the ring; of an applicant in it, without its own label, as the detection had it. */
    private List<Reason> labelled(Applicant applicant, int ring) {
        return applicant
                .ownIn(ring)
                .flatMap(index.detection()::account)
                .map(AccountRisk::reasons)
                .orElseGet(() -> index.ring(ring).reasons());
    }

    private Risks.Risk calibrated(List<Reason> reasons) {
        return risks.risk(reasons, index.detection().facts().calibration());
    }

    private CheckedRing ring(String accountId, List<Tie> linked, List<Integer> others, List<Reason> together) {
        List<String> members = new ArrayList<>();
        others.forEach(account -> members.add(index.graph().accountId(account)));
        members.add(accountId);
        members.sort(CodePointOrder.INSTANCE);
        int joined = joined(linked);
        double risk = risk(joined, together).probability();
        if (joined >= 0) {
            Ring ring = index.ring(joined);
            boolean inIt = ring.members().contains(accountId);
            if (ring.size() - (inIt ? 1 : 0) >= 2) {
                int size = Math.max(ring.size() + (inIt ? 0 : 1), members.size());
                return new CheckedRing(ring.ringId(), true, size, risk, members);
            }
        }
        return new CheckedRing(RingIds.of(members), false, members.size(), risk, members);
    }

    /** What ties the applicant most, each with the most probable account at its other end. */
    private List<EvidencePath> paths(Applicant applicant, List<Tie> ties) {
        List<EvidencePath> paths = new ArrayList<>();
        Set<String> told = new HashSet<>();
        for (Tie tie : ties) {
            for (Evidence evidence : weigher.evidence(tie.pair())) {
                int type = index.graph().types().ordinal(evidence.field());
                int identifier = type < 0 || evidence.bits() <= 0 ? -1 : applicant.identifierOf(tie.account(), type);
                if (identifier >= 0 && paths.size() < MOST_PATHS && told.add(evidence.field())) {
                    paths.add(new EvidencePath(
                            evidence.field(),
                            index.graph().token(identifier).prefix(),
                            tie.accountId,
                            evidence.bits()));
                }
            }
        }
        return paths;
    }
}
