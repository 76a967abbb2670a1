package io.ringsight.detect.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringsight.detect.evidence.Evidence;
import io.ringsight.detect.link.Link;
import io.ringsight.ingest.record.AccountLabel.Verdict;
import io.ringsight.ingest.record.AccountTruth;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Of the ring of a to e something connects a to d; f and g are one honest person's; h is alone. */
class MissedLinksTest {
    private static final List<String> IDS = List.of("a", "b", "c", "d", "e", "f", "g", "h");
    private static final List<Evidence> WEAK = List.of(new Evidence("SHARED_IP", 2, "ip"));

    private final Truth truth = Truth.of(
            List.of(
                    member("a", "g1"),
                    member("b", "g1"),
                    member("c", "g1"),
                    member("d", "g1"),
                    member("e", "g2"),
                    honest("f", "p"),
                    honest("g", "p"),
                    honest("h", null)),
            _ -> true);

    @Test
    void showsTheLeftApartPairThatCameNearest() {
        // one ring of a, b and c, so that a–c is joined without a link; d stays apart
        Verdicts verdicts = verdicts(
                new int[] {0, 0, 0, -1, -1, -1, -1, -1},
                link("a", "b", 0.9),
                link("b", "c", 0.8),
                link("a", "c", 0.45),
                link("c", "d", 0.3));
        var pairs = new ScoredPairs(new int[] {3, 2}, new int[] {1, 3}, new float[] {0.25f, 0.3f});

        assertThat(worst(verdicts.withCandidates(pairs), Set.of()))
                .containsExactly(
                        new MissedLink("c", "d", OptionalDouble.of(0.3), WEAK, "mill", "mill", 6, 4, 3),
                        new MissedLink("f", "g", OptionalDouble.empty(), List.of(), "honest", "honest", 1, 1, 1));
    }

    @Test
    void knowsFromTheCandidatesThatALinkWasNotKept() {
        var pairs = new ScoredPairs(
                new int[] {7, 6}, new int[] {5, 5}, new float[] {0.01f, 0.0625f}, pair -> pair == 1 ? WEAK : List.of());

        assertThat(worst(verdicts(alone()).withCandidates(pairs), Set.of()))
                .last()
                .satisfies(link -> {
                    assertThat(link.probability()).hasValue(0.0625);
                    assertThat(link.evidence()).isEqualTo(WEAK);
                });
    }

    @Test
    void findsNoFaultWithJoinedPairsBeforePairsLeftApart() {
        // everybody of the ring is in one, without a link; the person's accounts are apart
        Verdicts verdicts = verdicts(new int[] {0, 0, 0, 0, 0, -1, -1, -1});

        assertThat(worst(verdicts, Set.of())).extracting(MissedLink::accountA).containsExactly("f", "a");
    }

    @Test
    void asksForNoPairOfAnAccountThatIsNotScored() {
        assertThat(worst(verdicts(alone()), Set.of("g", "d")))
                .singleElement()
                .satisfies(link -> assertThat(link.pairs()).isEqualTo(3));
    }

    private List<MissedLink> worst(Verdicts verdicts, Set<String> given) {
        var population = new ScoredPopulation(truth, given, Optional.empty(), 0);
        return new MissedLinks(AlignedVerdicts.of(truth, verdicts), population).worst(10);
    }

    private static int[] alone() {
        return new int[] {-1, -1, -1, -1, -1, -1, -1, -1};
    }

    private static Verdicts verdicts(int[] ring, Link... links) {
        return new Verdicts("some", IDS, new double[IDS.size()], true, ring, new double[] {0.9}, true, List.of(links));
    }

    private static Link link(String a, String b, double probability) {
        return new Link(a, b, probability, WEAK);
    }

    private static AccountTruth member(String id, String group) {
        return new AccountTruth(id, Verdict.FRAUD, Optional.of("r"), Optional.of(group), Optional.empty(), "mill");
    }

    private static AccountTruth honest(String id, @Nullable String person) {
        return new AccountTruth(id, Verdict.LEGIT, Optional.empty(), Optional.empty(), Optional.ofNullable(person), "");
    }
}
