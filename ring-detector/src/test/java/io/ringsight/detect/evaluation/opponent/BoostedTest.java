package io.ringsight.detect.evaluation.opponent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ringsight.detect.evaluation.Judge;
import io.ringsight.detect.evaluation.UntrainableException;
import io.ringsight.detect.evaluation.Verdicts;
import io.ringsight.gnn.metric.Measure;
import io.ringsight.gnn.metric.RankedScores;
import io.ringsight.gnn.metric.Ranking;
import io.ringsight.ingest.progress.Progress;
import io.ringsight.ingest.record.AccountLabel;
import io.ringsight.ingest.record.AccountLabel.Verdict;
import io.ringsight.ingest.snapshot.IdentityGraph;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class BoostedTest {
    private final IdentityGraph graph = Planted.population().graph();
    private final Judge judge =
            new Boosted().train(SharedIdentifiersTest.data(graph, Planted.labels()), Progress.silent());

    @Test
    void ranksTheUnlabelledMembersOfRingsFirst() {
        Verdicts verdicts = judge.judge(graph, Progress.silent());
        Set<String> given =
                Planted.labels().stream().map(AccountLabel::accountId).collect(Collectors.toSet());
        int size = verdicts.accountIds().size();
        boolean[] fraud = new boolean[size];
        boolean[] counts = new boolean[size];
        for (int i = 0; i < size; i++) {
            String id = verdicts.accountIds().get(i);
            fraud[i] = id.startsWith("F");
            counts[i] = !given.contains(id);
        }
        Measure found = Ranking.averagePrecision(
                RankedScores.of(verdicts.risk(), fraud, counts).tally());
        assertThat(found)
                .isInstanceOfSatisfying(
                        Measure.Value.class, it -> assertThat(it.value()).isGreaterThan(0.95));
        assertThat(verdicts.probabilities()).isTrue();
    }

    @Test
    void ringsAreRiskyAccountsThatShare() {
        Verdicts verdicts = judge.judge(graph, Progress.silent());
        assertThat(verdicts.ringRisk()).isNotEmpty();
        for (int i = 0; i < verdicts.ring().length; i++) {
            if (verdicts.ring()[i] >= 0) {
                assertThat(verdicts.risk()[i]).isGreaterThanOrEqualTo(Verdicts.RISKY);
            }
        }
    }

    @Test
    void theSameSeedGivesTheSameBytesWhateverTheKey() {
        IdentityGraph other = Planted.population().graph("other", 8);
        Verdicts again = new Boosted()
                .train(SharedIdentifiersTest.data(other, Planted.labels()), Progress.silent())
                .judge(other, Progress.silent());
        assertThat(again.risk()).isEqualTo(judge.judge(graph, Progress.silent()).risk());
        assertThat(again.ring()).isEqualTo(judge.judge(graph, Progress.silent()).ring());
    }

    @Test
    void judgesSmallerAndLargerSnapshots() {
        long half = graph.createdAt(graph.accountByRank(0));
        IdentityGraph earlier = graph.asOf(half);
        assertThat(judge.judge(earlier, Progress.silent()).accountIds()).hasSize(earlier.accountCount());
        assertThat(judge.judge(graph, Progress.silent()).accountIds()).hasSize(graph.accountCount());
    }

    @Test
    void saysThatItCannotLearnWithoutLabelsOfBothClasses() {
        List<AccountLabel> fraudOnly = Planted.labels().stream()
                .filter(label -> label.verdict() == Verdict.FRAUD)
                .toList();
        for (List<AccountLabel> labels : List.of(List.<AccountLabel>of(), fraudOnly)) {
            assertThatThrownBy(() -> new Boosted().train(SharedIdentifiersTest.data(graph, labels), Progress.silent()))
                    .isInstanceOfSatisfying(
                            UntrainableException.class,
                            e -> assertThat(e.reason()).contains("0 legit"));
        }
    }
}
