package io.ringsight.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ringsight.detect.ring.Reason;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AccountRisksTest {
    private static final List<AccountRisk> SOME = List.of(
            new AccountRisk("", null, 0.03, List.of()),
            new AccountRisk("a".repeat(100), "R1", 0.9, List.of(new Reason("SHARED_DEVICE", 5))),
            new AccountRisk("Łódź-\uD83D\uDE00", "R1", Double.MIN_VALUE, List.of()),
            new AccountRisk("z", null, 1, List.of(new Reason("FAMILY", -2), new Reason("RING_SIZE", 1))));

    @Test
    void holdsWhatItWasMadeOf() {
        assertThat(AccountRisks.of(SOME)).isEqualTo(SOME).hasSameHashCodeAs(SOME);
        assertThat(AccountRisks.of(List.of())).isEmpty();
    }

    @Test
    void doesNotChangeWithItsSource() {
        var source = new ArrayList<>(SOME);
        List<AccountRisk> held = AccountRisks.of(source);
        source.clear();
        assertThat(held).isEqualTo(SOME);
        assertThat(AccountRisks.of(held)).isSameAs(held);
        assertThatThrownBy(() -> held.add(SOME.getFirst())).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> held.get(4)).isInstanceOf(IndexOutOfBoundsException.class);
    }
}
