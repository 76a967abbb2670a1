package io.ringsight.api.http;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class RequestLimitsTest {
    @Test
    void manyShortLinesAreTooMany() {
        byte[] body = "{\n".repeat(RequestLimits.LINES).getBytes(StandardCharsets.US_ASCII);

        assertThatThrownBy(() -> RequestLimits.lines(body))
                .hasMessageContaining("lines")
                .hasMessageContaining("100000");
        assertThatCode(() -> RequestLimits.lines("{}\n{}\n".getBytes(StandardCharsets.US_ASCII)))
                .doesNotThrowAnyException();
    }
}
