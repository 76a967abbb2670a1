package io.ringsight.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluateDriftCommandTest {
    @TempDir
    Path folder;

    @Test
    void saysWhatMovedAndWhatDidNot() throws IOException {
        // 400 accounts of equal habits; later ones suddenly have a second device
        var applications = new StringBuilder();
        for (int i = 0; i < 400; i++) {
            String second = i >= 200 ? ",{\"type\":\"device\",\"value\":\"second-" + i + "\"}" : "";
            applications.append("""
                    {"account_id":"a%d","created_at":"2026-0%d-%02dT12:00:00Z","identifiers":[\
                    {"type":"device","value":"d-%d"}%s]}
                    """.formatted(i, i < 200 ? 1 : 2, 1 + i % 28, i, second));
        }
        Files.writeString(folder.resolve("applications.jsonl"), applications);
        Path out = folder.resolve("report");
        var heard = Heard.of("evaluate", "drift", folder.toString(), "--split", "2026-02-01", "--out", out.toString());

        assertThat(heard.exitCode()).as(heard.err()).isZero();
        assertThat(heard.out())
                .contains("200 accounts created until 2026-02-01")
                .contains("device_count");
        var json = ParsedJson.read(out.resolve("drift.json"));
        assertThat(level(json, "device_count")).isEqualTo("alarm");
        assertThat(level(json, "phone_count")).isEqualTo("stable");
        assertThat(level(json, "ringsight account risk")).isEqualTo("stable");
    }

    @Test
    void saysThatAPeriodIsEmpty() throws IOException {
        Path data = SmallPopulation.write(folder.resolve("data"));
        var heard = Heard.of("evaluate", "drift", data.toString(), "--split", "2030-01-01");

        assertThat(heard.exitCode()).isEqualTo(2);
        assertThat(heard.err())
                .contains("No account was created after 2030-01-01")
                .contains("Maybe ");
    }

    private static Object level(ParsedJson json, String name) {
        return (json.at("stability") instanceof List<?> rows ? rows : List.of())
                .stream()
                        .map(row -> (Map<?, ?>) row)
                        .filter(row -> name.equals(row.get("name")))
                        .map(row -> String.valueOf(row.get("level")))
                        .findFirst()
                        .orElse("missing");
    }
}
