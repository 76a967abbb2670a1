package io.ringsight.export.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JsonTextTest {
    @Test
    void keepsTheOrderOfMaps() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("b", 1);
        map.put("a", List.of(true, "x\"y", 0.5));
        map.put("none", null);

        assertThat(JsonText.line(map)).isEqualTo("{\"b\":1,\"a\":[true,\"x\\\"y\",0.5],\"none\":null}");
    }

    @Test
    void writesNullForWhatIsNoNumber() {
        assertThat(JsonText.line(Double.NaN)).isEqualTo("null");
    }

    @Test
    void endsAPageWithALineFeed() {
        assertThat(JsonText.page(Map.of("a", 1))).isEqualTo("{\n  \"a\" : 1\n}\n");
    }
}
