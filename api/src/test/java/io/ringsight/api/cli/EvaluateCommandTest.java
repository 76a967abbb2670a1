package io.ringsight.api.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The evaluation on the command line: what it writes, and what each bad input gives. No store is started. */
class EvaluateCommandTest {
    @TempDir
    Path folder;

    private Path data;
    private Path report;

    @BeforeEach
    void population() throws IOException {
        data = SmallPopulation.write(folder.resolve("data"));
        report = folder.resolve("report");
    }

    @Test
    void scoresEverybodyInEveryPeriodAndWritesTheReport() throws IOException {
        var heard = evaluate("--opponents", "components");

        assertThat(heard.exitCode()).as(heard.err()).isZero();
        assertThat(heard.out()).contains("oracle").contains("ringsight").contains("components");
        try (var files = Files.list(report)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("metrics.json", "draws.csv", "report.html", "rejected.jsonl");
        }
        for (String period : List.of("before", "after", "all")) {
            assertThat(value("oracle", period, "ring_b_cubed_f1")).isEqualTo(1);
            assertThat(value("components", period, "ring_b_cubed_recall")).isEqualTo(1);
            assertThat(value("ringsight", period, "auroc")).isBetween(0.5, 1.0);
        }
        assertThat(metrics().number("facts", "labels_later")).isEqualTo(14);
        assertThat(heard.out()).contains("14 labels were learned after the training");
    }

    @Test
    void saysTheShareOfFraudAndWhoseCalibrationItShows() throws IOException {
        var heard = evaluate();

        assertThat(heard.out())
                .containsPattern("Accounts created after the training: [0-9,]+, [0-9.]+ % of them fraudulent");
        assertThat(metrics().number("facts", "periods", "after", "fraud_share")).isBetween(0.0, 1.0);
        assertThat(metrics().at("reliability_by_period", "ringsight", "after")).isNotNull();
        assertThat(metrics().at("reliability_by_period", "ringsight", "before")).isNotNull();
        assertThat(Files.readString(report.resolve("report.html")))
                .contains("<h2>Calibration, accounts created after the training</h2>")
                .contains("what AUPRC and precision reach by chance")
                .contains("read the snapshot anew when they judge");
    }

    @Test
    void saysHowLinksDoInEveryPeriodAndHowPatternsDo() throws IOException {
        evaluate();

        for (String period : List.of("before", "after", "all")) {
            for (String metric : List.of("link_precision", "link_recall", "link_f1", "ring_pair_precision")) {
                assertThat(metrics().number("systems", "ringsight", period, metric, "low"))
                        .as(period + " " + metric)
                        .isLessThanOrEqualTo(value("ringsight", period, metric));
            }
            assertThat(metrics().at("patterns_by_period", "ringsight", period, "device_farm", "account_recall", "low"))
                    .isNotNull();
            assertThat(metrics().number("patterns_by_period", "ringsight", period, "household", "cleared", "value"))
                    .isBetween(0.0, 1.0);
        }
    }

    @Test
    void givesTheSameFiguresAgain() throws IOException {
        evaluate();
        Map<?, ?> once = metrics().map("systems");
        evaluate();

        assertThat(metrics().map("systems")).isEqualTo(once);
    }

    @Test
    void writesNoFigureThatIsNone() throws IOException {
        Files.writeString(data.resolve("truth.csv"), legitOnly());
        var heard = evaluate();

        assertThat(heard.exitCode()).isZero();
        assertThat(Files.readString(report.resolve("metrics.json")))
                .doesNotContain("NaN")
                .doesNotContain("Infinity")
                .contains("\"reason\" : \"no fraudulent account was scored\"");
        assertThat(Files.readString(report.resolve("report.html"))).doesNotContain("NaN");
        assertThat(heard.out())
                .contains("–1")
                .contains("No scored account is fraudulent")
                .doesNotContain("NaN");
    }

    @Test
    void needsNothingFromAnywhereElseToShowTheReport() throws IOException {
        evaluate();

        assertThat(Files.readString(report.resolve("report.html")))
                .doesNotContainPattern("(src|href|action)\\s*=\\s*[\"']?\\s*(https?:)?//")
                .doesNotContainPattern("<link|@import|<img|<iframe")
                .doesNotContainPattern("url\\(")
                .contains("default-src 'none'");
    }

    @Test
    void escapesWhatTheDataSay() throws IOException {
        Path truth = data.resolve("truth.csv");
        Files.writeString(truth, Files.readString(truth).replace("household", "<script>alert(1)</script>"));
        evaluate();

        assertThat(Files.readString(report.resolve("report.html")))
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;")
                .doesNotContain("<script>alert(1)");
    }

    @Test
    void scoresOutsideResultsAsItScoresTheProduct() throws IOException {
        evaluate("--opponents", "none");
        ParsedJson own = metrics();
        Path labels = folder.resolve("labels-then.csv");
        List<String> then = new ArrayList<>(Files.readAllLines(data.resolve("labels.csv")));
        then.removeIf(line -> line.endsWith("2026-05-01"));
        Files.write(labels, then);
        Path results = folder.resolve("results");
        String applications = data.resolve("applications.jsonl").toString();
        Heard.of("analyze", applications, "--labels", labels.toString(), "--out", results.toString());
        var heard = Heard.of(
                "evaluate",
                "--results",
                results.toString(),
                "--truth",
                data.resolve("truth.csv").toString(),
                "--labels",
                labels.toString(),
                "--applications",
                applications,
                "--as-of",
                SmallPopulation.TRAINED,
                "--out",
                report.toString());

        assertThat(heard.exitCode()).as(heard.err()).isZero();
        ParsedJson theirs = metrics();
        for (String period : List.of("before", "after", "all")) {
            assertThat(own.map("systems", "ringsight", period)).hasSizeGreaterThan(20);
            for (Object metric : own.map("systems", "ringsight", period).keySet()) {
                Object expected = own.at("systems", "ringsight", period, metric.toString(), "value");
                Object found = theirs.at("systems", "results", period, metric.toString(), "value");
                if (expected instanceof Double number) {
                    // result files have six decimals
                    assertThat(found)
                            .as(period + " " + metric)
                            .asInstanceOf(InstanceOfAssertFactories.DOUBLE)
                            .isCloseTo(number, within(1e-4));
                } else {
                    assertThat(found).as(period + " " + metric).isNull();
                }
            }
        }
    }

    @Test
    void countsAccountsOfTheTruthThatNobodyKnows() throws IOException {
        append("truth.csv", "nobody-1,fraud,r1,\nnobody-2,legit,,\n");
        var heard = evaluate();

        assertThat(heard.exitCode()).isEqualTo(3);
        assertThat(heard.out()).contains("2 accounts of the truth are unknown or were not judged");
        assertThat(metrics().number("facts", "unknown_accounts_of_truth")).isEqualTo(2);
        assertThat(value("oracle", "all", "ring_b_cubed_recall")).isEqualTo(1);
    }

    @Test
    void refusesATruthAboutOtherAccounts() throws IOException {
        Files.writeString(data.resolve("truth.csv"), "account_id,label,ring_id\nx,fraud,r\ny,fraud,r\n");
        var heard = evaluate();

        assertThat(heard.exitCode()).isEqualTo(1);
        assertThat(heard.err()).contains("None of the 2 accounts").contains("Maybe ");
    }

    @Test
    void namesTheAccountThatIsInTwoRings() throws IOException {
        append("truth.csv", "f0-0,fraud,r9,\n");
        var heard = evaluate();

        assertThat(heard.exitCode()).isEqualTo(1);
        assertThat(heard.err()).contains("lines 2 and 114: account f0-0 is in ring r0 and in ring r9");
    }

    @Test
    void saysWhyAPeriodHasNoFigure() throws IOException {
        var heard = evaluate("--as-of", "2027-01-01");

        assertThat(heard.exitCode()).as(heard.err()).isZero();
        assertThat(metrics().at("systems", "ringsight", "after", "auroc", "reason"))
                .isEqualTo("no account was scored");
        assertThat(metrics().at("systems", "ringsight", "after", "auroc", "value"))
                .isNull();
    }

    @Test
    void doesWithoutLabels() throws IOException {
        Files.delete(data.resolve("labels.csv"));
        var heard = evaluate();

        assertThat(heard.exitCode()).as(heard.err()).isZero();
        assertThat(heard.out()).contains("No label was known");
    }

    @Test
    void trainsNobodyWithLabelsAndScoresEverybodyWhenToldSo() throws IOException {
        Files.writeString(data.resolve("labels.csv"), "not even read");
        var heard = evaluate("--no-labels", "--opponents", "fellegi-sunter,boosted");

        assertThat(heard.exitCode()).as(heard.err()).isZero();
        assertThat(heard.out()).contains("labels: none").contains("boosted takes no part");
        assertThat(metrics().at("facts", "labels")).isEqualTo("none");
        assertThat(metrics().number("facts", "scored")).isEqualTo(112);
        assertThat(metrics().at("failed", "boosted")).isNotNull();
        assertThat(value("fellegi-sunter", "all", "auroc")).isBetween(0.0, 1.0);
        assertThat(Files.readString(report.resolve("report.html"))).contains("<dt>labels</dt><dd>none</dd>");
    }

    @Test
    void measuresTheProductWithoutAKindOfEvidence() throws IOException {
        var heard = evaluate("--ablate", "time,rarity", "--opponents", "none");

        assertThat(heard.exitCode()).as(heard.err()).isZero();
        assertThat(heard.out()).contains("ringsight-no-rarity").contains("ringsight-no-time");
        assertThat(metrics().at("product_lead", "ringsight-no-time", "all", "ring_b_cubed_f1"))
                .isNotNull();
        assertThat(metrics().map("systems").keySet().toString()).doesNotContain("ringsight-no-conflicts");
    }

    @Test
    void saysThatLabelsBelongToNobody() throws IOException {
        Files.writeString(
                data.resolve("labels.csv"), "account_id,label,labelled_at\nx1,fraud,2026-01-01\nx2,legit,2026-01-01\n");
        var heard = evaluate();

        assertThat(heard.out()).contains("2 accounts with a label are unknown").contains("No label was known");
    }

    @Test
    void hasNobodyToScoreWhenEveryLabelWasGiven() throws IOException {
        List<String> truth = Files.readAllLines(data.resolve("truth.csv"));
        Files.write(
                data.resolve("labels.csv"),
                truth.stream()
                        .map(row -> row.split(",", -1))
                        .map(row -> row[0] + "," + row[1] + ","
                                + (row[0].equals("account_id") ? "labelled_at" : "2026-01-01"))
                        .toList());
        var heard = evaluate();

        assertThat(heard.exitCode()).isEqualTo(1);
        assertThat(heard.err()).contains("nobody is left to be scored").contains("Maybe ");
    }

    @Test
    void choosesATimeWhenNoneIsNamed() {
        var heard = Heard.of("evaluate", data.toString(), "--opponents", "none", "--out", report.toString());

        assertThat(heard.exitCode()).as(heard.err()).isZero();
        // accounts come from 2026-01-01 to 2026-05-10
        assertThat(heard.out()).contains("Trained as of 2026-03-2");
    }

    @Test
    void rejectsRowsItCannotRead() throws IOException {
        append("labels.csv", "h1,perhaps,2026-01-01\n");
        append("truth.csv", "h1,perhaps,\n");
        var heard = evaluate();

        assertThat(heard.exitCode()).isEqualTo(3);
        assertThat(Files.readAllLines(report.resolve("rejected.jsonl"))).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2 | DIR                                                        | --out REPORT is missing
            2 | --out OUT                                                  | DIR is missing
            2 | DIR --out OUT --as-of soon                                 | --as-of is 'soon'
            2 | DIR --out OUT --as-of 2020-01-01                           | No account was known at 2020-01-01
            2 | DIR --out OUT --opponents components,strong                | no opponent 'strong'
            2 | DIR --out OUT --prior 1                                    | --prior is 1.0
            2 | DIR --out OUT --bootstrap 0                                | --bootstrap is 0
            2 | DIR --out OUT --bootstrap 2000000000                       | --bootstrap is 2000000000
            2 | DIR --out OUT --replay-steps -1                            | --replay-steps is -1
            2 | DIR --out OUT --truth DIR/truth.csv                        | --truth goes with --results
            2 | DIR --out OUT --results DIR                                | and --results were named
            2 | --no-labels --results DIR --truth DIR/truth.csv --out OUT  | --no-labels goes with DIR
            2 | DIR --out OUT --ablate luck                                | no kind of evidence 'luck'
            2 | --ablate all --results DIR --truth DIR/truth.csv --out OUT | --ablate goes with DIR
            2 | --results DIR --out OUT                                    | --truth is missing
            1 | none --out OUT                                             | no folder none
            1 | OUT --out OUT                                              | no folder
            1 | --results DIR --truth DIR/truth.csv --out OUT              | rings.csv
            1 | DIR --out OUT --baseline none.json                         | no baseline none.json
            1 | DIR --out OUT --baseline DIR/truth.csv                     | is no baseline
            """)
    void saysWhatIsWrong(int exitCode, String words, String message) {
        var heard = Heard.of(("evaluate " + words)
                .replace("DIR", data.toString())
                .replace("OUT", report.toString())
                .split(" "));

        assertThat(heard.exitCode()).as(heard.err()).isEqualTo(exitCode);
        assertThat(heard.err()).contains(message).contains("Maybe ");
    }

    @ParameterizedTest
    @CsvSource({"truth.csv,truth.csv", "applications.jsonl,no applications in"})
    void saysWhichFileIsMissing(String file, String message) throws IOException {
        Files.delete(data.resolve(file));
        var heard = evaluate();

        assertThat(heard.exitCode()).isEqualTo(1);
        assertThat(heard.err()).contains(message).contains("Maybe ");
    }

    private Heard evaluate(String... more) {
        var words = new ArrayList<>(List.of("evaluate", data.toString(), "--out", report.toString()));
        words.addAll(List.of("--bootstrap", "20", "--replay-steps", "2"));
        if (!List.of(more).contains("--as-of")) {
            words.addAll(List.of("--as-of", SmallPopulation.TRAINED));
        }
        if (!List.of(more).contains("--opponents")) {
            words.addAll(List.of("--opponents", "components"));
        }
        words.addAll(List.of(more));
        return Heard.of(words.toArray(String[]::new));
    }

    private double value(String system, String period, String metric) throws IOException {
        return metrics().number("systems", system, period, metric, "value");
    }

    private ParsedJson metrics() throws IOException {
        return ParsedJson.read(report.resolve("metrics.json"));
    }

    private String legitOnly() throws IOException {
        return Files.readString(data.resolve("truth.csv")).replaceAll(",fraud,r\\d,device_farm", ",legit,,");
    }

    private void append(String file, String rows) throws IOException {
        Path path = data.resolve(file);
        Files.writeString(path, Files.readString(path) + rows);
    }
}
