package io.ringsight.detect.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringsight.ingest.record.AccountLabel.Verdict;
import io.ringsight.ingest.record.AccountTruth;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TruthTest {
    @Test
    void countsSeveralAccountsOfOneHonestPersonAsUnderCommonControlButAsNoRing() {
        Truth truth = Truth.of(
                List.of(
                        told("a", "r", ""),
                        told("b", "r", ""),
                        told("c", "", "p"),
                        told("d", "", "p"),
                        told("e", "", "")),
                _ -> true);
        assertThat(truth.ring()).containsExactly(0, 0, -1, -1, -1);
        int[] control = truth.commonControl();
        assertThat(control[0]).isEqualTo(control[1]).isNotEqualTo(control[2]);
        assertThat(control[2]).isEqualTo(control[3]).isNotNegative();
        assertThat(control[4]).isEqualTo(-1);
    }

    @Test
    void leavesOutWhomNobodyKnows() {
        Truth truth = Truth.of(List.of(told("b", "r", ""), told("a", "r", "")), id -> !id.equals("b"));
        assertThat(truth.accountIds()).containsExactly("a");
        assertThat(truth.size()).isEqualTo(1);
    }

    private static AccountTruth told(String id, String ring, String person) {
        return new AccountTruth(
                id,
                ring.isEmpty() ? Verdict.LEGIT : Verdict.FRAUD,
                Optional.of(ring).filter(name -> !name.isEmpty()),
                Optional.empty(),
                Optional.of(person).filter(name -> !name.isEmpty()),
                "");
    }
}
