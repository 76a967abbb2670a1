package io.ringsight.detect.check;

import io.ringsight.detect.AccountRisk;
import io.ringsight.detect.DetectionParameters;
import io.ringsight.detect.Snapshots;
import io.ringsight.detect.disposition.Judgements;
import io.ringsight.detect.evidence.CodeTypes;
import io.ringsight.detect.evidence.Evidence;
import io.ringsight.detect.evidence.GrowingGraph;
import io.ringsight.detect.evidence.PairWeigher;
import io.ringsight.detect.link.Link;
import io.ringsight.detect.membership.CurrentRings;
import io.ringsight.detect.ring.Reason;
import io.ringsight.detect.ring.Ring;
import io.ringsight.detect.ring.RingIds;
import io.ringsight.detect.risk.Calibration;
import io.ringsight.detect.risk.RiskModel;
import io.ringsight.detect.risk.Risks;
import io.ringsight.detect.risk.network.ApplicantNetwork;
import io.ringsight.ingest.record.CodePointOrder;
import io.ringsight.ingest.record.TokenisedApplication;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Weighs one applicant from memory, without writing anything, in bounded work: it is compared with at most
 * {@value #MOST_CANDIDATES} accounts, hubs are sampled, rings are weighed by at most {@value #MOST_MEMBERS} members. The
 * clock is the application's own; if the account is known already, it is no evidence against itself. The same state and
 * the same application give an equal answer. Thread-safe as long as nobody adds to the graph or changes the rings.
 */
public final class Check {
    /** Members that a ring is weighed by and that an answer lists, at most. */
    public static final int MOST_MEMBERS = 200;
    /** Accounts that an applicant is compared with, at most. */
    public static final int MOST_CANDIDATES = 1_000;

    private static final int MOST_PATHS = 3;

    private final GrowingGraph graph;
    private final CurrentRings rings;
    private final DetectionParameters parameters;
    private final PairWeigher weigher;
    private final RiskModel risks;
    private final TieSearch ties;
    private final OtherEnd otherEnd;
    private final DeviceReputation devices;
    private final Optional<NetworkJudge> network;

    public Check(GrowingGraph graph, CurrentRings rings, DetectionParameters parameters) {
        this.graph = graph;
        this.rings = rings;
        this.parameters = parameters;
        weigher = new PairWeigher(graph, parameters.evidence(), rings.facts().pairModel());
        risks = new RiskModel(parameters.risk(), parameters.prior());
        ties = new TieSearch(graph, weigher, parameters.linkFloor(), Judgements.none());
        otherEnd = new OtherEnd(rings, weigher, new CodeTypes(graph.snapshot().types()), parameters.prior());
        devices = new DeviceReputation(graph, rings, parameters.prior());
        network = Optional.empty();
    }

    private Check(Check other, TieSearch ties, Optional<NetworkJudge> network) {
        graph = other.graph;
        rings = other.rings;
        parameters = other.parameters;
        weigher = other.weigher;
        risks = other.risks;
        otherEnd = other.otherEnd;
        devices = other.devices;
        this.ties = ties;
        this.network = network;
    }

    /** The same, by what investigators decided: of an account that is known, pairs they cut are no ties, those they bonded are. */
    public Check under(Judgements decided) {
        return new Check(this, new TieSearch(graph, weigher, parameters.linkFloor(), decided), network);
    }

    /** The same, with a network to ask about applicants who share something with somebody; without one where empty. */
    public Check asking(Optional<ApplicantNetwork> asked) {
        return new Check(this, ties, asked.map(of -> new NetworkJudge(of, graph, weigher, risks)));
    }

    public CheckResult decide(TokenisedApplication application) {
        return new Question(application, false).answer();
    }

    /** What would become of an applicant; of one that is known, with all that it was seen with. */
    public Assessment assess(TokenisedApplication application) {
        return new Question(application, true).assessment();
    }

    /** How a pair compares. */
    private record Pattern(long first, long second) {}

    /** One applicant. */
    private final class Question {
        private final String accountId;
        private final Set<String> truncated = new TreeSet<>();
        private final Map<OtherEnd.Alike, Double> told = new HashMap<>();
        private final Applicant applicant;
        private final List<Tie> all; // most probable first
        private final Map<String, Double> evidenced; // by account at the other end, whatever was judged
        private final List<Tie> linked; // those that hold a ring together
        private final List<Tie>
                carrying; // those that risk comes by, as believed: these, or else the one by which most comes
        private final @Nullable Ring
                joined; // that the applicant is in or would join: that of its strongest tie that is in one
        private final List<Reason> together; // for the risk of the ring, not calibrated
        private final Risks.Risk ring; // of the ring as a whole, the applicant in it
        private final Risks.Risk risk; // of the applicant
        private final boolean networkAsked;
        private final Optional<DeviceRisk> device;

        Question(TokenisedApplication application, boolean whole) {
            accountId = application.account().accountId();
            applicant = new Applicant(application, whole, graph, weigher);
            TieSearch.Found found = ties.find(applicant, accountId, truncated);
            all = found.ties();
            evidenced = found.evidenced();
            linked = all.stream()
                    .filter(tie -> tie.probability() >= parameters.ringFloor())
                    .toList();
            carrying = linked.isEmpty() ? riskiest(found) : believed(linked);
            joined = carrying.stream()
                    .map(tie -> Optional.ofNullable(rings.ringOf(tie.account())))
                    .flatMap(Optional::stream)
                    .findFirst()
                    .orElse(null);
            together = carrying.isEmpty() ? List.of() : reasons();
            ring = risk(together);
            Optional<AccountRisk> learned = learned();
            Risks.Risk held =
                    learned.map(of -> new Risks.Risk(of.risk(), of.reasons())).orElseGet(this::risk);
            Optional<Risks.Risk> heard = learned.isPresent()
                    ? Optional.empty()
                    : network.flatMap(judge -> judge.judge(application, applicant, found, held(held)));
            risk = heard.orElse(held);
            networkAsked = heard.isPresent();
            device = devices.worst(application);
        }

        CheckResult answer() {
            Optional<CheckedRing> checked = linked.isEmpty() ? Optional.empty() : Optional.of(checkedRing());
            return new CheckResult(
                    risk.probability(),
                    checked,
                    risk.reasons(),
                    paths(linked.isEmpty() ? carryingFirst() : linked),
                    device,
                    networkAsked,
                    rings.facts().modelVersion(),
                    Snapshots.name(graph.newestTime(), graph.accountCount(), graph.sightingCount()),
                    List.copyOf(truncated));
        }

        Assessment assessment() {
            List<Link> links = new ArrayList<>();
            for (Tie tie : all) {
                boolean first = CodePointOrder.INSTANCE.compare(accountId, tie.accountId()) < 0;
                links.add(new Link(
                        first ? accountId : tie.accountId(),
                        first ? tie.accountId() : accountId,
                        tie.probability(),
                        weigher.evidence(tie.pair())));
            }
            return new Assessment(
                    risk,
                    ring,
                    links,
                    evidenced,
                    linked.stream().map(Tie::accountId).collect(Collectors.toSet()),
                    Optional.ofNullable(joined).map(Ring::ringId));
        }

        /** In view of what is known of their other ends, most probable first. */
        private List<Tie> believed(List<Tie> some) {
            return some.stream()
                    .map(this::believed)
                    .sorted(Comparator.comparingDouble(Tie::probability)
                            .reversed()
                            .thenComparing(Tie::accountId, CodePointOrder.INSTANCE))
                    .toList();
        }

        /** Of an applicant who is in the ring already nothing is known there by others alone. */
        private Tie believed(Tie tie) {
            Ring of = rings.ringOf(tie.account());
            boolean own = of != null && applicant.ownIn(of, rings).isPresent();
            return own ? tie : otherEnd.believed(tie, told);
        }

        /**
         * Of ties that hold no ring together, the one by which most risk comes; none where there is none. What is known of the other end may
         * make a tie of what is none by itself.
         */
        private List<Tie> riskiest(TieSearch.Found found) {
            return Stream.concat(all.stream(), faint(found))
                    .map(this::believed)
                    .filter(tie -> tie.probability() >= parameters.linkFloor())
                    .max(Comparator.comparingDouble(this::carried)
                            .thenComparing(Tie::accountId, CodePointOrder.INSTANCE.reversed()))
                    .map(List::of)
                    .orElse(List.of());
        }

        /** Those to accounts in rings that are no ties by themselves and might become some. */
        private Stream<Tie> faint(TieSearch.Found found) {
            double least = parameters.linkFloor() * parameters.prior();
            return found.weighed().stream()
                    .filter(pair -> pair.probability() >= least
                            && pair.probability() < parameters.linkFloor()
                            && rings.ringOf(pair.account()) != null
                            && !found.apart().contains(pair.account()))
                    .map(pair -> Tie.of(pair, graph.accountId(pair.account()), pair.probability()));
        }

        private List<Tie> carryingFirst() {
            return Stream.concat(carrying.stream(), all.stream()).toList();
        }

        private double carried(Tie tie) {
            Ring of = rings.ringOf(tie.account());
            return Math.max(tie.operated(), of == null ? 0 : tie.probability() * of.risk());
        }

        private NetworkJudge.Held held(Risks.Risk held) {
            int size = joined == null
                    ? linked.size() + 1
                    : joined.size() + (applicant.ownIn(joined, rings).isPresent() ? 0 : 1);
            return new NetworkJudge.Held(
                    held, isLearned(), carrying, !linked.isEmpty(), Optional.ofNullable(joined), size, this::joined);
        }

        /** What labels taught of a member of the ring, who asks again. */
        private Optional<AccountRisk> learned() {
            return joined == null || !isLearned()
                    ? Optional.empty()
                    : applicant.ownIn(joined, rings).flatMap(rings::account);
        }

        /** As risky as the ring as far as it belongs. */
        private Risks.Risk risk() {
            if (carrying.isEmpty()) {
                return calibrated(List.of());
            }
            return risk(risks.weakened(together, carrying.getFirst().probability()));
        }

        private Risks.Risk risk(List<Reason> reasons) {
            return isLearned() ? risks.risk(reasons, Calibration.NONE) : calibrated(reasons);
        }

        /** Whether labels taught the risk of the ring that is joined: it is calibrated already. */
        private boolean isLearned() {
            return joined != null && rings.facts().learned();
        }

        /** Of the ring as a whole, the applicant in it. */
        private List<Reason> reasons() {
            List<Reason> reasons = new ArrayList<>(joined(joined == null ? List.of() : standing(joined)));
            if (joined != null && !isLearned()) {
                labelled(joined).stream().filter(RiskModel::isOfLabels).forEach(reasons::add);
            }
            return reasons;
        }

        /** What is held of the ring when the applicant is in it. */
        private List<Reason> joined(List<Reason> standing) {
            if (joined != null && applicant.ownIn(joined, rings).isPresent()) {
                return standing;
            }
            Tie strongest = carrying.stream()
                    .max(Comparator.comparingDouble(Tie::operated))
                    .orElseThrow();
            return risks.joined(standing, strongest.operated(), weigher.evidenceOfOperation(strongest.pair()));
        }

        /** What labels said of the ring; of an applicant in it, without its own label, as the detection had it. */
        private List<Reason> labelled(Ring of) {
            return applicant
                    .ownIn(of, rings)
                    .flatMap(rings::account)
                    .map(AccountRisk::reasons)
                    .orElseGet(of::reasons);
        }

        /** Members of the ring it joins, and its own links. */
        private List<String> members() {
            var members = new TreeSet<String>(CodePointOrder.INSTANCE);
            for (Tie tie : linked) {
                if (members.size() < MOST_MEMBERS && (joined == null || rings.ringOf(tie.account()) == null)) {
                    members.add(tie.accountId());
                }
            }
            if (joined != null) {
                for (String member : joined.members()) {
                    if (members.size() >= MOST_MEMBERS) {
                        truncated.add("members");
                        break;
                    }
                    if (!member.equals(accountId)) {
                        members.add(member);
                    }
                }
            }
            members.add(accountId);
            return List.copyOf(members);
        }

        private CheckedRing checkedRing() {
            List<String> members = members();
            if (joined != null) {
                boolean inIt = joined.members().contains(accountId);
                if (joined.size() - (inIt ? 1 : 0) >= 2) {
                    int size = Math.max(joined.size() + (inIt ? 0 : 1), members.size());
                    return new CheckedRing(joined.ringId(), true, size, ring.probability(), members);
                }
            }
            return new CheckedRing(RingIds.of(members), false, members.size(), ring.probability(), members);
        }

        /** What ties the applicant most, each with the most probable account at its other end. */
        private List<EvidencePath> paths(List<Tie> strongest) {
            List<EvidencePath> paths = new ArrayList<>();
            Set<String> told = new HashSet<>();
            Map<Pattern, List<Evidence>> known = new HashMap<>(); // members of a ring are much alike
            for (Tie tie : strongest) {
                if (paths.size() == MOST_PATHS) {
                    break;
                }
                var pattern = new Pattern(tie.pair().first(), tie.pair().second());
                for (Evidence evidence : known.computeIfAbsent(pattern, _ -> weigher.evidence(tie.pair()))) {
                    int type = graph.snapshot().types().ordinal(evidence.field());
                    int identifier =
                            type < 0 || evidence.bits() <= 0 ? -1 : applicant.identifierOf(tie.account(), type);
                    if (identifier >= 0 && paths.size() < MOST_PATHS && told.add(evidence.field())) {
                        paths.add(new EvidencePath(
                                evidence.field(), graph.token(identifier).prefix(), tie.accountId(), evidence.bits()));
                    }
                }
            }
            return paths;
        }
    }

    /** What the ring stands on when another joins: its links, or all that was learned of it. */
    private List<Reason> standing(Ring ring) {
        if (rings.facts().learned()) {
            return ring.reasons();
        }
        return ring.reasons().stream()
                .filter(reason ->
                        !RiskModel.isOfLabels(reason) && !reason.code().equals(RiskModel.CALIBRATION))
                .toList();
    }

    private Risks.Risk calibrated(List<Reason> reasons) {
        return risks.risk(reasons, rings.facts().calibration());
    }
}
