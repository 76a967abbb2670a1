package io.ringsight.detect.evaluation.opponent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.ringsight.detect.Population;
import io.ringsight.detect.evaluation.Contender;
import io.ringsight.detect.evaluation.TrainingData;
import io.ringsight.detect.evaluation.Verdicts;
import io.ringsight.ingest.progress.Progress;
import io.ringsight.ingest.record.AccountLabel;
import io.ringsight.ingest.record.AccountLabel.Verdict;
import io.ringsight.ingest.snapshot.IdentityGraph;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jgrapht.alg.connectivity.ConnectivityInspector;
import org.jgrapht.graph.DefaultEdge;
import org.jgrapht.graph.SimpleGraph;
import org.junit.jupiter.api.Test;

class SharedIdentifiersTest {

    @Test
    void findsTheComponentsThatJGraphTFinds() {
        for (int seed = 0; seed < 5; seed++) {
            IdentityGraph graph = random(seed).graph();
            assertThat(groups(judged(SharedIdentifiers.all(), graph, List.of())))
                    .isEqualTo(oracle(graph, Integer.MAX_VALUE));
            assertThat(groups(judged(SharedIdentifiers.capped(3), graph, List.of())))
                    .isEqualTo(oracle(graph, 3));
        }
    }

    @Test
    void anIdentifierSeenTwiceByOneAccountCountsOnceForTheCap() {
        IdentityGraph graph = new Population()
                .account("A", 0, "device:d", "device:d")
                .account("B", 0, "device:d", "device:d")
                .graph();
        assertThat(groups(judged(SharedIdentifiers.capped(2), graph, List.of())))
                .containsExactly(Set.of("A", "B"));
    }

    @Test
    void withoutLabelsRiskRanksBySizeAndThreeAreRisky() {
        Verdicts verdicts = judged(SharedIdentifiers.all(), twoPairsAndATriple(), List.of());
        assertThat(verdicts.probabilities()).isFalse();
        assertThat(verdicts.risk()[index(verdicts, "T1")]).isGreaterThan(verdicts.risk()[index(verdicts, "P1")]);
        assertThat(verdicts.risk()[index(verdicts, "P1")]).isGreaterThan(verdicts.risk()[index(verdicts, "S")]);
        assertThat(ringRisk(verdicts, "T1")).isGreaterThanOrEqualTo(Verdicts.RISKY);
        assertThat(ringRisk(verdicts, "P1")).isLessThan(Verdicts.RISKY);
        assertThat(verdicts.ring()[index(verdicts, "S")]).isEqualTo(-1);
    }

    @Test
    void labelsSayWhichSizesAreRisky() {
        var labels = List.of(
                label("P1", Verdict.FRAUD),
                label("Q1", Verdict.FRAUD),
                label("T1", Verdict.LEGIT),
                label("T2", Verdict.LEGIT),
                label("S", Verdict.LEGIT));
        Verdicts verdicts = judged(SharedIdentifiers.all(), twoPairsAndATriple(), labels);
        assertThat(verdicts.probabilities()).isTrue();
        assertThat(ringRisk(verdicts, "P2")).isGreaterThanOrEqualTo(Verdicts.RISKY);
        assertThat(ringRisk(verdicts, "T3")).isLessThan(Verdicts.RISKY);
    }

    @Test
    void aCityBehindOneNetworkIsNoRing() {
        var population = new Population();
        for (int i = 0; i <= SizeRisk.LARGEST_RING; i++) {
            population.account("A" + i, 0, "ip:city");
        }
        population.account("P1", 0, "device:p").account("P2", 0, "device:p");
        IdentityGraph graph = population.graph();
        var labels = List.of(label("A1", Verdict.FRAUD), label("A2", Verdict.LEGIT), label("P1", Verdict.LEGIT));
        for (List<AccountLabel> known : List.of(List.<AccountLabel>of(), labels)) {
            assertThat(ringRisk(judged(SharedIdentifiers.all(), graph, known), "A1"))
                    .isLessThan(Verdicts.RISKY);
        }
    }

    @Test
    void theMeanRiskOfTheLabelledIsThePriorWhenWeightedToIt() {
        var population = new Population();
        var labels = new ArrayList<AccountLabel>();
        for (int i = 0; i < 400; i++) {
            String pair = i % 4 == 0 ? "device:d" + i / 8 : "device:own" + i; // a quarter in pairs
            population.account("A" + i, 0, pair);
            labels.add(label("A" + i, i % 8 == 0 || i % 40 == 3 ? Verdict.FRAUD : Verdict.LEGIT));
        }
        population.account("Unlabelled", 0, "device:none");
        IdentityGraph graph = population.graph();
        Verdicts verdicts = judged(SharedIdentifiers.all(), graph, labels);
        var known = KnownLabels.of(graph, labels);
        double mean = 0;
        for (int rank = 0; rank < graph.accountCount(); rank++) {
            int label = known.of()[graph.accountByRank(rank)];
            double weight = label > 0 ? 0.03 / known.fraud() : label < 0 ? 0.97 / known.legit() : 0;
            mean += weight * verdicts.risk()[rank];
        }
        assertThat(mean).isCloseTo(0.03, within(0.005));
    }

    @Test
    void labelsThatCoverEverybodyTellThePrior() {
        IdentityGraph graph =
                new Population().account("A", 0).account("B", 0).account("C", 0).graph();
        var two = List.of(label("A", Verdict.FRAUD), label("B", Verdict.LEGIT));
        var all = new ArrayList<>(two);
        all.add(label("C", Verdict.LEGIT));
        assertThat(KnownLabels.of(graph, two).prior(data(graph, two))).isEqualTo(0.03);
        assertThat(KnownLabels.of(graph, all).prior(data(graph, all))).isCloseTo(1 / 3.0, within(1e-12));
    }

    static Verdicts judged(Contender contender, IdentityGraph graph, List<AccountLabel> labels) {
        return contender.train(data(graph, labels), Progress.silent()).judge(graph, Progress.silent());
    }

    static TrainingData data(IdentityGraph graph, List<AccountLabel> labels) {
        return new TrainingData(graph, labels, Long.MAX_VALUE, 0.03, 1);
    }

    static AccountLabel label(String account, Verdict verdict) {
        return new AccountLabel(account, verdict, 0);
    }

    private static IdentityGraph twoPairsAndATriple() {
        return new Population()
                .account("P1", 0, "device:p")
                .account("P2", 0, "device:p")
                .account("Q1", 0, "device:q")
                .account("Q2", 0, "device:q")
                .account("T1", 0, "device:t")
                .account("T2", 0, "device:t", "phone:t")
                .account("T3", 0, "phone:t")
                .account("S", 0, "device:s")
                .graph();
    }

    static Population random(long seed) {
        var random = new Random(seed);
        var population = new Population();
        for (int i = 0; i < 200; i++) {
            population.account(
                    "A" + i, random.nextInt(100), "device:" + random.nextInt(150), "phone:" + random.nextInt(300));
        }
        return population;
    }

    private static int index(Verdicts verdicts, String account) {
        return verdicts.accountIds().indexOf(account);
    }

    private static double ringRisk(Verdicts verdicts, String account) {
        return verdicts.ringRisk()[verdicts.ring()[index(verdicts, account)]];
    }

    static Set<Set<String>> groups(Verdicts verdicts) {
        Map<Integer, Set<String>> groups = new HashMap<>();
        for (int i = 0; i < verdicts.ring().length; i++) {
            if (verdicts.ring()[i] >= 0) {
                groups.computeIfAbsent(verdicts.ring()[i], ring -> new HashSet<>())
                        .add(verdicts.accountIds().get(i));
            }
        }
        assertThat(groups).hasSize(verdicts.ringRisk().length);
        return new HashSet<>(groups.values());
    }

    private static Set<Set<String>> oracle(IdentityGraph graph, int cap) {
        var accounts = new SimpleGraph<String, DefaultEdge>(DefaultEdge.class);
        for (int account = 0; account < graph.accountCount(); account++) {
            accounts.addVertex(graph.accountId(account));
        }
        for (int identifier = 0; identifier < graph.identifierCount(); identifier++) {
            Set<String> users = new HashSet<>();
            for (int use = graph.firstUse(identifier); use < graph.firstUse(identifier + 1); use++) {
                users.add(graph.accountId(graph.accountOf(use)));
            }
            for (String a : users.size() <= cap ? users : Set.<String>of()) {
                users.stream().filter(b -> !b.equals(a)).forEach(b -> accounts.addEdge(a, b));
            }
        }
        var groups = new HashSet<Set<String>>();
        new ConnectivityInspector<>(accounts)
                .connectedSets().stream().filter(group -> group.size() > 1).forEach(groups::add);
        return groups;
    }
}
