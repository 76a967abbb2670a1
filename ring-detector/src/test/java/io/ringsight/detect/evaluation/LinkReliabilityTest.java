package io.ringsight.detect.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ringsight.gnn.metric.BootstrapParameters;
import io.ringsight.gnn.metric.Measure;
import io.ringsight.ingest.progress.Progress;
import io.ringsight.ingest.record.AccountLabel.Verdict;
import io.ringsight.ingest.record.AccountTruth;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A ring of a, b and c, a person of d and e, and f alone; a and d were created before the training, at 10. */
class LinkReliabilityTest {
    private static final List<String> IDS = List.of("a", "b", "c", "d", "e", "f");

    private final Truth truth = Truth.of(
            List.of(
                    account("a", "ring", null),
                    account("b", "ring", null),
                    account("c", "ring", null),
                    account("d", null, "person"),
                    account("e", null, "person"),
                    account("f", null, null)),
            _ -> true);

    @Test
    void countsAPairAfterTheTrainingWhenOneOfItsAccountsIs() {
        Map<Period, LinkCalibration> links = calibrations(Set.of());

        assertThat(links.get(Period.ALL))
                .satisfies(all -> assertThat(all.pairs()).isEqualTo(5));
        assertThat(links.get(Period.AFTER))
                .satisfies(after -> assertThat(after.pairs()).isEqualTo(4));
        assertThat(links.get(Period.BEFORE))
                .satisfies(before -> assertThat(before.pairs()).isEqualTo(1));
    }

    @Test
    void holdsPairsAgainstRingsAndHonestPersons() {
        LinkCalibration all = all(calibrations(Set.of()));

        assertThat(all.together()).isEqualTo(3);
        PairRange sure = all.ranges().getLast();
        assertThat(sure.pairs()).isEqualTo(3);
        assertThat(sure.observed().measure()).isEqualTo(Measure.of(2 / 3.0));
        assertThat(sure.observed().interval()).isPresent();
    }

    @Test
    void leavesOutPairsOfAnAccountWhoseLabelWasGiven() {
        assertThat(all(calibrations(Set.of("c"))).pairs()).isEqualTo(3);
    }

    @Test
    void saysNothingOfWhoDoesNotTellItsPairs() {
        assertThat(links(verdicts(), Set.of())).isEmpty();
    }

    @Test
    void saysWhyThereIsNoFigureWhenNoPairWasWeighed() {
        LinkCalibration all =
                all(links(verdicts().withCandidates(new ScoredPairs(new int[0], new int[0], new float[0])), Set.of()));

        assertThat(all.pairs()).isZero();
        assertThat(all.slope().measure()).isEqualTo(Measure.undefined("no pair of scored accounts was weighed"));
        assertThat(all.ranges().getFirst().observed().measure()).isEqualTo(Measure.undefined("no pair in this range"));
    }

    @Test
    void knowsThePairsByTheAccountsOfTheVerdicts() {
        // the truth does not speak of the first account, so positions differ by one
        var more = new Verdicts(
                "some",
                List.of("Z", "a", "b", "c", "d", "e", "f"),
                new double[7],
                true,
                new int[] {-1, -1, -1, -1, -1, -1, -1},
                new double[0],
                true,
                List.of());
        var pairs = new ScoredPairs(new int[] {0, 1, 6}, new int[] {1, 2, 5}, new float[] {0.9f, 0.9f, 0.9f});
        LinkCalibration all = all(links(more.withCandidates(pairs), Set.of()));

        assertThat(all.pairs()).isEqualTo(2);
        assertThat(all.together()).isEqualTo(1);
    }

    @Test
    void refusesPairsOfNobody() {
        var pairs = new ScoredPairs(new int[] {0}, new int[] {6}, new float[] {0.5f});

        assertThatThrownBy(() -> verdicts().withCandidates(pairs)).hasMessageContaining("not 0 and 6");
    }

    private Map<Period, LinkCalibration> calibrations(Set<String> given) {
        var pairs = new ScoredPairs(
                new int[] {0, 2, 3, 0, 5}, new int[] {1, 1, 4, 3, 2}, new float[] {0.9f, 0.6f, 0.95f, 0.2f, 0.85f});
        return links(verdicts().withCandidates(pairs), given);
    }

    private Map<Period, LinkCalibration> links(Verdicts verdicts, Set<String> given) {
        long[] created = {5, 15, 15, 5, 15, 15};
        var population = new ScoredPopulation(truth, given, Optional.of(created), 10);
        return new LinkReliability(population, new BootstrapParameters(50, 1, 1))
                .of(AlignedVerdicts.of(truth, verdicts), Progress.silent());
    }

    private static LinkCalibration all(Map<Period, LinkCalibration> links) {
        return Optional.ofNullable(links.get(Period.ALL)).orElseThrow();
    }

    private static Verdicts verdicts() {
        int[] ring = new int[IDS.size()];
        Arrays.fill(ring, -1);
        return new Verdicts("some", IDS, new double[IDS.size()], true, ring, new double[0], true, List.of());
    }

    private static AccountTruth account(String id, @Nullable String ring, @Nullable String person) {
        return new AccountTruth(
                id,
                ring == null ? Verdict.LEGIT : Verdict.FRAUD,
                Optional.ofNullable(ring),
                Optional.empty(),
                Optional.ofNullable(person),
                "");
    }
}
