package io.ringsight.api.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdempotencyKeyTest {
    @Test
    void isTheSameWithAndWithoutQuotes() {
        assertThat(IdempotencyKey.checked(" \"8e03978e-40d5\" "))
                .isEqualTo(IdempotencyKey.checked("8e03978e-40d5"))
                .isEqualTo("8e03978e-40d5");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "two words", "schlüssel"})
    void isAWord(String header) {
        assertThatThrownBy(() -> IdempotencyKey.checked(header)).hasMessageContaining("Idempotency-Key");
        assertThatThrownBy(() -> IdempotencyKey.checked("x".repeat(256))).hasMessageContaining("255");
    }
}
