package io.ringsight.detect.evaluation.opponent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ringsight.detect.evaluation.UntrainableException;
import io.ringsight.detect.evaluation.Verdicts;
import io.ringsight.detect.risk.learner.FeatureTable;
import io.ringsight.ingest.progress.Progress;
import io.ringsight.ingest.record.AccountLabel;
import io.ringsight.ingest.snapshot.IdentityGraph;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SteadyBoostedTest {
    private static final String SAID = "said";

    private final IdentityGraph graph = Planted.population().graph();

    @Test
    void ranksMembersOfRingsFirst() {
        Verdicts verdicts = verdicts(Planted.labels(), Optional.empty());
        assertThat(mean(verdicts, true)).isGreaterThan(mean(verdicts, false) + 0.3);
        assertThat(verdicts.probabilities()).isTrue();
    }

    @Test
    void aPartnerHasASayOfItsOwn() {
        Verdicts alone = verdicts(Planted.labels(), Optional.empty());
        Verdicts together = verdicts(Planted.labels(), Optional.of(SAID));
        assertThat(together.risk()).isNotEqualTo(alone.risk());
        assertThat(mean(together, true)).isGreaterThan(mean(together, false));
    }

    @Test
    void theSameSeedGivesTheSameBytes() {
        assertThat(verdicts(Planted.labels(), Optional.of(SAID)).risk())
                .isEqualTo(verdicts(Planted.labels(), Optional.of(SAID)).risk());
    }

    @Test
    void takesNoPartWithTooFewLabels() {
        assertThatThrownBy(() -> verdicts(Planted.labels().subList(0, 5), Optional.empty()))
                .isInstanceOf(UntrainableException.class);
    }

    private Verdicts verdicts(List<AccountLabel> labels, Optional<String> partner) {
        return new SteadyBoosted("steady", (of, _, _) -> said(of), partner)
                .train(SharedIdentifiersTest.data(graph, labels), Progress.silent())
                .judge(graph, Progress.silent());
    }

    /** Bits that know nothing of fraud. */
    private static FeatureTable said(IdentityGraph of) {
        var table = new FeatureTable.Builder(of.accountCount());
        float[] column = table.column(SAID);
        for (int account = 0; account < column.length; account++) {
            column[account] = Math.floorMod(of.accountId(account).hashCode(), 8) - 4f;
        }
        return table.build();
    }

    private static double mean(Verdicts verdicts, boolean fraud) {
        double sum = 0;
        int count = 0;
        for (int rank = 0; rank < verdicts.risk().length; rank++) {
            if (verdicts.accountIds().get(rank).startsWith("F") == fraud) {
                sum += verdicts.risk()[rank];
                count++;
            }
        }
        return sum / count;
    }
}
