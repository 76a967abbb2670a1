package io.ringsight.detect.gds.opponent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ringsight.detect.Population;
import io.ringsight.detect.evaluation.Contender;
import io.ringsight.detect.evaluation.Judge;
import io.ringsight.detect.evaluation.TrainingData;
import io.ringsight.detect.evaluation.UntrainableException;
import io.ringsight.detect.evaluation.Verdicts;
import io.ringsight.gnn.metric.Measure;
import io.ringsight.gnn.metric.RankedScores;
import io.ringsight.gnn.metric.Ranking;
import io.ringsight.ingest.error.RingsightException;
import io.ringsight.ingest.neo4j.Store;
import io.ringsight.ingest.progress.Progress;
import io.ringsight.ingest.record.AccountLabel;
import io.ringsight.ingest.record.AccountLabel.Verdict;
import io.ringsight.ingest.snapshot.IdentityGraph;
import io.ringsight.ingest.store.SharedLocalStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.GraphDatabase;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EmbeddingOpponentIT {
    private static final int ACCOUNTS = 400;

    private final Store store = Store.connect(SharedLocalStore.address());
    private final IdentityGraph graph = population();

    @AfterAll
    void stop() {
        store.close();
    }

    /** One account in five is a fraudster of one of two farms; the others have things of their own. */
    private static IdentityGraph population() {
        var random = new Random(3);
        var population = new Population();
        for (int i = 0; i < ACCOUNTS; i++) {
            if (i % 5 == 0) {
                int farm = random.nextInt(2);
                population.account(
                        id(i), i, "device:f" + farm + random.nextInt(4), "payment:p" + farm + random.nextInt(4));
            } else {
                population.account(id(i), i, "device:own" + i, "payment:own" + i, "ip:" + random.nextInt(80));
            }
        }
        return population.account("Nothing", 0).graph();
    }

    private static String id(int i) {
        return (i % 5 == 0 ? "F" : "H") + "%03d".formatted(i);
    }

    private TrainingData data() {
        var labels = new ArrayList<AccountLabel>();
        for (int i = 0; i < ACCOUNTS / 2; i++) {
            labels.add(new AccountLabel(id(i), i % 5 == 0 ? Verdict.FRAUD : Verdict.LEGIT, 0));
        }
        return new TrainingData(graph, labels, 0, 0.2, 11);
    }

    @Test
    void embeddingsTellTheFarmsApartFromTheRest() {
        for (Contender contender : EmbeddingOpponent.all(store)) {
            Verdicts verdicts = contender.train(data(), Progress.silent()).judge(graph, Progress.silent());
            int size = verdicts.accountIds().size();
            assertThat(size).isEqualTo(ACCOUNTS + 1);
            boolean[] fraud = new boolean[size];
            boolean[] counts = new boolean[size];
            for (int i = 0; i < size; i++) {
                String id = verdicts.accountIds().get(i);
                fraud[i] = id.startsWith("F");
                counts[i] = id.equals("Nothing") || Integer.parseInt(id.substring(1)) >= ACCOUNTS / 2;
            }
            Measure found = Ranking.averagePrecision(
                    RankedScores.of(verdicts.risk(), fraud, counts).tally());
            assertThat(found)
                    .as(contender.name())
                    .isInstanceOfSatisfying(
                            Measure.Value.class, it -> assertThat(it.value()).isGreaterThan(0.9));
        }
    }

    @Test
    void theSeedDecides() {
        for (Contender contender : EmbeddingOpponent.all(store)) {
            Judge judge = contender.train(data(), Progress.silent());
            assertThat(judge.judge(graph, Progress.silent()).risk())
                    .as(contender.name())
                    .isEqualTo(judge.judge(graph, Progress.silent()).risk());
        }
    }

    @Test
    void nothingStaysBehindAlsoAfterAFailure() {
        for (Contender contender : EmbeddingOpponent.all(store)) {
            Judge judge = contender.train(data(), Progress.silent());
            judge.judge(graph, Progress.silent());
            // The second check comes after the projection, GraphSAGE's third after the training.
            int checks = contender.name().equals("gds-graphsage") ? 2 : 1;
            var left = new AtomicInteger(checks);
            var progress = Progress.silentUntil(() -> left.getAndDecrement() <= 0);
            assertThatThrownBy(() -> judge.judge(graph, progress)).isInstanceOf(RingsightException.class);
        }
        var address = store.address();
        try (var driver = GraphDatabase.driver(address.uri(), AuthTokens.basic(address.user(), address.password()))) {
            for (String listing : List.of(
                    "CALL gds.graph.list() YIELD graphName RETURN graphName AS name",
                    "CALL gds.model.list() YIELD modelName RETURN modelName AS name")) {
                assertThat(driver.executableQuery(listing).execute().records()).isEmpty();
            }
        }
    }

    @Test
    void saysThatItCannotLearnWithoutLabelsOfBothClasses() {
        var nothing = new TrainingData(graph, List.of(), 0, 0.2, 11);
        for (Contender contender : EmbeddingOpponent.all(store)) {
            assertThatThrownBy(() -> contender.train(nothing, Progress.silent()))
                    .isInstanceOf(UntrainableException.class);
        }
    }
}
