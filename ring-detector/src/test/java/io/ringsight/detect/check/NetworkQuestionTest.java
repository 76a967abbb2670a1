package io.ringsight.detect.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.ringsight.detect.Detection;
import io.ringsight.detect.DetectionParameters;
import io.ringsight.detect.DetectionRun;
import io.ringsight.detect.Population;
import io.ringsight.detect.cluster.ComponentEngine;
import io.ringsight.detect.disposition.Disposition;
import io.ringsight.detect.disposition.Judgements;
import io.ringsight.detect.disposition.Subject;
import io.ringsight.detect.evidence.AccountOrder;
import io.ringsight.detect.evidence.GrowingGraph;
import io.ringsight.detect.evidence.LogOdds;
import io.ringsight.detect.evidence.PairWeigher;
import io.ringsight.detect.evidence.WeighedPairs;
import io.ringsight.detect.membership.CurrentRings;
import io.ringsight.detect.membership.MembershipIndex;
import io.ringsight.detect.ring.Reason;
import io.ringsight.detect.risk.column.EvidenceRow;
import io.ringsight.detect.risk.column.NearIdentifiers;
import io.ringsight.detect.risk.learned.ApplicantModel;
import io.ringsight.detect.risk.network.ApplicantNetwork;
import io.ringsight.detect.risk.network.ApplicantTraining;
import io.ringsight.detect.risk.network.EvidencedView;
import io.ringsight.detect.risk.network.Gangs;
import io.ringsight.gnn.graph.AccountFeatures;
import io.ringsight.gnn.graph.GraphView;
import io.ringsight.gnn.graph.PairFeatures;
import io.ringsight.gnn.graph.RelationGraph;
import io.ringsight.gnn.inference.Applicant;
import io.ringsight.gnn.pytorch.TorchDevice;
import io.ringsight.gnn.pytorch.TorchSettings;
import io.ringsight.gnn.training.FanOut;
import io.ringsight.gnn.training.TrainingParameters;
import io.ringsight.ingest.intake.Intake;
import io.ringsight.ingest.progress.Progress;
import io.ringsight.ingest.record.IdentifierTypes;
import io.ringsight.ingest.record.SightingRecord;
import io.ringsight.ingest.record.TokenisedApplication;
import io.ringsight.ingest.record.TokenisedSink;
import io.ringsight.ingest.simulate.SimulationParameters;
import io.ringsight.ingest.snapshot.IdentityGraph;
import io.ringsight.ingest.snapshot.IdentityGraphBuilder;
import io.ringsight.ingest.source.RejectionSink;
import io.ringsight.ingest.tokenise.KeySets;
import io.ringsight.ingest.vault.Vault;
import it.unimi.dsi.fastutil.ints.IntSet;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NetworkQuestionTest {
    private static final TorchSettings CPU = new TorchSettings(TorchDevice.CPU, 1);
    private static final DetectionParameters PARAMETERS = DetectionParameters.defaults();

    private static final IdentifierTypes TYPES = IdentifierTypes.builtIn();

    @TempDir
    private static Path folder;

    private static IdentityGraph graph;
    private static Detection detection;
    private static Check without;
    private static Check with;

    @BeforeAll
    static void teach() {
        graph = Gangs.graph();
        detection = new DetectionRun(Gangs.PARAMETERS, ComponentEngine.jvm(), Optional.empty())
                .run(graph, Gangs.labels(), Progress.silent());
        var growing = GrowingGraph.of(graph, MembershipIndex.of(graph));
        without = new Check(growing, CurrentRings.of(growing, detection), PARAMETERS);
        var network = ApplicantNetwork.of(graph, detection, model(), PARAMETERS, CPU, Progress.silent());
        with = without.asking(Optional.of(network));
    }

    private static ApplicantModel model() {
        List<EvidencedView> views =
                EvidencedView.until(graph, Gangs.AS_OF, 2, PARAMETERS, ComponentEngine.jvm(), Progress.silent());
        var small = new TrainingParameters(8, 2, new FanOut(6, 8), 32, 0, 4, 3, 1e-2, 1e-2, 1.0, 0.1, 0);
        return new ApplicantTraining(views, small, CPU, Progress.silent())
                .run(Gangs.labels(), PARAMETERS.prior())
                .orElseThrow();
    }

    @Test
    void nobodyIsHeardOfWhoSharesNothing() {
        TokenisedApplication stranger = applicant("N", "device:new", "phone:new");
        assertThat(with.decide(stranger)).isEqualTo(without.decide(stranger));
    }

    @Test
    void whatTheNetworkAddsIsAReasonAndAllReasonsAddUp() {
        CheckResult held = without.decide(applicant("N", "device:g4", "phone:new"));
        CheckResult asked = with.decide(applicant("N", "device:g4", "phone:new"));
        double moved = asked.reasons().stream()
                .filter(reason -> reason.code().equals("GRAPH_NETWORK"))
                .mapToDouble(Reason::bits)
                .sum();
        assertThat(moved).isNotZero();
        assertThat(bits(asked.probability()) - bits(held.probability())).isCloseTo(moved, within(1e-9));
        assertThat(asked.ring()).isEqualTo(held.ring());
    }

    @Test
    void theSameQuestionGetsTheSameAnswer() {
        TokenisedApplication applicant = applicant("N", "device:g4", "payment:g4", "phone:new");
        CheckResult first = with.decide(applicant);
        for (int i = 0; i < 200; i++) {
            assertThat(with.decide(applicant)).isEqualTo(first);
        }
    }

    @Test
    void aGangIsRiskierToJoinThanAHome() {
        double gang = with.decide(applicant("N", "device:g4", "phone:new")).probability();
        double home = with.decide(applicant("N", "address:g5", "phone:new")).probability();
        assertThat(gang).isGreaterThan(home);
    }

    @Test
    void whatNobodyKnowsHidesNothing() {
        String[] shown = new String[202];
        Arrays.setAll(shown, i -> "email:junk-" + i);
        shown[200] = "device:g4";
        shown[201] = "phone:new";
        CheckResult plain = with.decide(applicant("N", "device:g4", "phone:new"));
        CheckResult hidden = with.decide(applicant("N", shown));
        assertThat(hidden.networkAsked()).isTrue();
        assertThat(hidden.probability()).isGreaterThan(plain.probability() / 2);
    }

    @Test
    void whoWasCutIsNotHeard() {
        List<Disposition> cuts = new ArrayList<>();
        for (int member = 0; member < 4; member++) {
            var pair = Subject.Pair.of("N", "F4-" + member);
            cuts.add(new Disposition(
                    member + 1,
                    Disposition.Kind.CUT,
                    pair,
                    "investigator",
                    "cousins",
                    0,
                    OptionalLong.empty(),
                    OptionalLong.empty()));
        }
        TokenisedApplication applicant = applicant("N", "device:g4", "phone:new");
        assertThat(with.decide(applicant).networkAsked()).isTrue();
        Judgements cut = Judgements.at(cuts, 1);
        assertThat(with.under(cut).decide(applicant))
                .isEqualTo(without.under(cut).decide(applicant));
    }

    @Test
    void whatLabelsTaughtOfAMemberIsNotAskedAgain() {
        TokenisedApplication member = applicant("F0-0", "device:g0", "payment:g0");
        assertThat(with.decide(member)).isEqualTo(without.decide(member));
    }

    /** Each of some accounts, left out of a snapshot and asked about, against the same account in it. */
    @Test
    void anApplicantIsLaidOutAsASnapshotThatHoldsItDoes() {
        List<TokenisedApplication> all = simulated();
        IdentityGraph whole = graph(all, "");
        Detection found = new DetectionRun(PARAMETERS, ComponentEngine.jvm(), Optional.empty())
                .run(whole, List.of(), Progress.silent());
        GraphView expected = EvidencedView.of(whole, PARAMETERS, ComponentEngine.jvm(), Progress.silent())
                .view();
        int columns = AccountFeatures.names(TYPES).size();
        float[] row = new float[expected.accounts().width()];
        var differing = new TreeMap<String, Integer>();
        int asked = 0;
        for (int i = 0; i < all.size(); i += 20) {
            TokenisedApplication application = all.get(i);
            Optional<Applicant> applicant =
                    laidOut(application, graph(all, application.account().accountId()), found);
            if (applicant.isEmpty()) {
                continue;
            }
            asked++;
            expected.accounts().copyRow(whole.findAccount(application.account().accountId()), row, 0);
            for (int column = 0; column < columns; column++) {
                if (Math.abs(applicant.get().row()[column] - row[column]) > 0.02) {
                    differing.merge(expected.accounts().names().get(column), 1, Integer::sum);
                }
            }
        }
        assertThat(asked).isGreaterThan(20);
        int total = differing.values().stream().mapToInt(count -> count).sum();
        assertThat(total / (double) (asked * columns)).as("%s", differing).isLessThan(0.01);
    }

    private static Optional<Applicant> laidOut(
            TokenisedApplication application, IdentityGraph without, Detection found) {
        var growing = GrowingGraph.of(without, MembershipIndex.of(without));
        var weigher =
                new PairWeigher(growing, PARAMETERS.evidence(), found.facts().pairModel());
        var pairs = WeighedPairs.under(
                found.facts().pairModel(),
                without,
                new AccountOrder(without),
                PARAMETERS.evidence(),
                Progress.silent());
        var before = RelationGraph.of(without, NearIdentifiers.of(without, pairs, Progress.silent()));
        var applicant = new io.ringsight.detect.check.Applicant(application, false, growing, weigher);
        var weighed = weigher.weigh(
                applicant.newcomer(), false, applicant.candidates(Check.MOST_CANDIDATES, new TreeSet<>()));
        var question = new NetworkQuestion(
                before, PairFeatures.members(without), growing, weigher, applicant, application, weighed, IntSet.of());
        return question.isAlone() ? Optional.empty() : Optional.of(question.applicant(EvidenceRow.of(TYPES)));
    }

    private static IdentityGraph graph(List<TokenisedApplication> applications, String but) {
        var builder = new IdentityGraphBuilder(TYPES);
        applications.stream()
                .filter(application -> !application.account().accountId().equals(but))
                .forEach(builder::application);
        return builder.build();
    }

    private static List<TokenisedApplication> simulated() {
        Path file = folder.resolve("applications.jsonl");
        io.ringsight.ingest.simulate.Population.generate(SimulationParameters.of(1_000, 5), folder, Progress.silent());
        var taken = new ArrayList<TokenisedApplication>();
        new Intake(TYPES, KeySets.ephemeral(TYPES), Vault.off())
                .run(List.of(file), new Taken(taken), RejectionSink.none(), Progress.silent());
        return taken;
    }

    private record Taken(List<TokenisedApplication> all) implements TokenisedSink {
        @Override
        public void application(TokenisedApplication application) {
            all.add(application);
        }

        @Override
        public boolean knows(String accountId) {
            return false;
        }

        @Override
        public void sightings(List<SightingRecord> sightings) {
            throw new UnsupportedOperationException();
        }
    }

    private static TokenisedApplication applicant(String id, String... identifiers) {
        return new Population().account(id, 200, identifiers).application(id);
    }

    private static double bits(double probability) {
        return LogOdds.bits(probability);
    }
}
