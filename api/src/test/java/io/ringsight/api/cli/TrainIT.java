package io.ringsight.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From labels to a promoted model in one sitting, and back. */
class TrainIT {
    @TempDir
    Path folder;

    private String data() {
        return folder.resolve("data").toString();
    }

    @AfterEach
    void stop() {
        Heard.of("store", "stop", "--data", data());
    }

    @Test
    void learnsPromotesJudgesAndTakesBack() throws IOException {
        String population = folder.resolve("population").toString();
        Heard.of("simulate", "--accounts", "12000", "--seed", "7", "--out", population);
        good("ingest", population + "/applications.jsonl", "--data", data());
        var early = Heard.of("train", "--data", data());
        assertThat(early.exitCode()).isEqualTo(1);
        assertThat(early.err()).contains("no label").contains("Maybe");
        good("labels", population + "/labels.csv", "--data", data());
        assertThat(good("train", "--data", data()).out()).contains("Candidate M-");
        String id;
        try (var files = Files.list(folder.resolve("data/models"))) {
            id = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".md"))
                    .findFirst()
                    .orElseThrow()
                    .replace(".md", "");
        }
        assertThat(Files.readString(folder.resolve("data/models").resolve(id + ".md")))
                .contains("What it was taught");
        assertThat(good("promote", id, "--to", "shadow", "--data", data()).out())
                .contains("shadow");
        assertThat(good("detect", "--embedding", "none", "--json", "--data", data())
                        .out())
                .contains("\"shadow\"")
                .contains("risky_in_shadow_alone")
                .contains("rules-3+learned");
        assertThat(good("promote", id, "--data", data()).out()).contains("is champion");
        assertThat(good("detect", "--embedding", "none", "--json", "--data", data())
                        .out())
                .contains("rules-3+" + id);
        assertThat(good("promote", "--rollback", "--data", data()).out()).contains("champion no more");
        assertThat(Heard.of("promote", "M-0", "--data", data()).exitCode()).isEqualTo(1);
    }

    private static Heard good(String... words) {
        Heard heard = Heard.of(words);
        assertThat(heard.exitCode()).as(heard.err()).isIn(ExitCodes.GOOD, ExitCodes.DONE_WITH_REJECTIONS);
        return heard;
    }
}
