package io.ringsight.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Record-linkage sets: converted, then scored by the same command as everything else. */
class EvaluateRecordsCommandTest {
    private static final String SET = """
            entity_id,rec_id,given_name,surname,street_number,address_1,address_2,suburb,postcode,state,date_of_birth,soc_sec_id
            7,rec-7-org,mary ann,green,7,wallaby place,delmar,cleveland,2119,sa,19560409,1804974
            7,rec-7-dup-0,,green,7,walaby place,,cleveland,2119,sa,19561309,1804974
            8,rec-8-org,harley,mccarthy,177,pridham street,milton,marsden,3165,nsw,19080419,6089216
            9,rec-9-org,neil,,12,high street,,leeds,3165,nsw,,7089216
            """;

    @TempDir
    Path folder;

    private Path set;
    private Path out;

    @BeforeEach
    void set() throws IOException {
        set = Files.writeString(folder.resolve("set.csv"), SET);
        out = folder.resolve("out");
    }

    @Test
    void writesApplicationsWithTheirTruth() throws IOException {
        var heard = Heard.of("evaluate", "records", set.toString(), "--out", out.toString());

        assertThat(heard.exitCode()).as(heard.err()).isZero();
        assertThat(heard.out()).contains("4 records with 1 pairs").contains("1 dates of birth are no dates");
        assertThat(out.resolve("accounts.csv")).hasContent("""
                account_id,created_at,name,date_of_birth
                rec-7-org,2000-01-01T00:00:00Z,"green, mary ann",1956-04-09
                rec-7-dup-0,2000-01-01T00:00:00Z,green,
                rec-8-org,2000-01-01T00:00:00Z,"mccarthy, harley",1908-04-19
                rec-9-org,2000-01-01T00:00:00Z,neil,
                """);
        assertThat(Files.readAllLines(out.resolve("identifiers.csv")))
                .contains(
                        "rec-7-org,address,\"7 wallaby place, delmar, cleveland, 2119 sa\"", "rec-7-org,tax_id,1804974")
                .hasSize(9);
        assertThat(out.resolve("truth.csv")).hasContent("""
                account_id,label,ring_id
                rec-7-org,legit,7
                rec-7-dup-0,legit,7
                rec-8-org,legit,
                rec-9-org,legit,
                """);
    }

    @Test
    void scoresLinksOfRecords() throws IOException {
        Heard.of("evaluate", "records", set.toString(), "--out", out.toString());
        Path report = folder.resolve("report");
        var heard = Heard.of("evaluate", out.toString(), "--opponents", "none", "--out", report.toString());

        assertThat(heard.exitCode()).as(heard.err() + heard.out()).isZero();
        assertThat(heard.out()).contains("link").contains("No scored account was created after the training");
        var metrics = ParsedJson.read(report.resolve("metrics.json"));
        assertThat(metrics.at("systems", "ringsight", "all", "link_recall")).isNotNull();
        assertThat(metrics.at("systems", "ringsight", "all", "auroc", "reason"))
                .isEqualTo("no fraudulent account was scored");
    }

    @Test
    void withholdsFields() throws IOException {
        var heard = Heard.of(
                "evaluate",
                "records",
                set.toString(),
                "--withhold",
                "soc_sec_id",
                "--withhold",
                "surname",
                "--out",
                out.toString());

        assertThat(heard.exitCode()).as(heard.err()).isZero();
        assertThat(Files.readString(out.resolve("identifiers.csv"))).doesNotContain("tax_id");
        assertThat(Files.readString(out.resolve("accounts.csv"))).doesNotContain("green");
    }

    @Test
    void saysThatAFieldIsUnknown() {
        var heard = Heard.of("evaluate", "records", set.toString(), "--withhold", "shoe_size", "--out", out.toString());

        assertThat(heard.exitCode()).isEqualTo(2);
        assertThat(heard.err()).contains("'shoe_size'").contains("soc_sec_id");
    }

    @Test
    void saysThatTwoRecordsHaveOneId() throws IOException {
        Files.writeString(set, SET + SET.lines().toList().get(1) + "\n");
        var heard = Heard.of("evaluate", "records", set.toString(), "--out", out.toString());

        assertThat(heard.exitCode()).isEqualTo(1);
        assertThat(heard.err()).contains("lines 2 and 6").contains("rec-7-org");
    }

    @Test
    void saysThatItIsNoRecordSet() throws IOException {
        Files.writeString(set, "a,b\n1,2\n");
        var heard = Heard.of("evaluate", "records", set.toString(), "--out", out.toString());

        assertThat(heard.exitCode()).isEqualTo(1);
        assertThat(heard.err()).contains("no column entity_id");
    }
}
