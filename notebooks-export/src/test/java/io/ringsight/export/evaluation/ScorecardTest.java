package io.ringsight.export.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringsight.detect.evaluation.Evaluation;
import io.ringsight.detect.evaluation.EvaluationParameters;
import io.ringsight.detect.evaluation.Scorecard;
import io.ringsight.detect.evaluation.ScoredPairs;
import io.ringsight.detect.evaluation.Verdicts;
import io.ringsight.detect.evidence.Evidence;
import io.ringsight.detect.link.Link;
import io.ringsight.export.json.JsonText;
import io.ringsight.ingest.progress.Progress;
import io.ringsight.ingest.record.AccountLabel.Verdict;
import io.ringsight.ingest.record.AccountTruth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The new tables, on a ring of a, b and c of which only a and b were linked; d is honest. */
class ScorecardTest {
    private final Scorecard card = new Evaluation(new EvaluationParameters(0, 0.03, 1, 20, 0, 1))
            .score(
                    new Verdicts(
                                    "results",
                                    List.of("a", "b", "c", "d"),
                                    new double[] {0.9, 0.9, 0.4, 0.1},
                                    true,
                                    new int[] {0, 0, -1, -1},
                                    new double[] {0.9},
                                    true,
                                    List.of(
                                            new Link(
                                                    "a", "b", 0.9, List.of(new Evidence("SHARED_DEVICE", 6, "device"))),
                                            new Link("b", "c", 0.2, List.of(new Evidence("SHARED_IP", 2, "ip")))))
                            .withCandidates(new ScoredPairs(
                                    new int[] {0, 1, 2, 0}, new int[] {1, 2, 3, 3}, new float[] {0.9f, 0.2f, 0.3f, 0.01f
                                    })),
                    Stream.of("a", "b", "c", "d").map(ScorecardTest::truth).toList(),
                    List.of(),
                    Long.MAX_VALUE,
                    Optional.empty(),
                    Progress.silent());
    private final RunFacts run = new RunFacts(new LinkedHashMap<>());

    @Test
    void theMetricsHoldHowProbabilitiesOfLinksComeTrue() {
        String json = json();

        assertThat(json)
                .contains(
                        "\"link_calibration\" : {\"results\" : {\"all\" : {\"pairs\" : 4, \"under_common_control\" : 2")
                .contains("{\"from\" : 0.8, \"to\" : 1.0, \"pairs\" : 1, \"predicted\"")
                .contains("\"link_precision\" : {\"value\" : 1.0, \"low\"")
                .contains("\"link_recall\" : {\"value\" : 0.3333333333333333, \"low\"");
    }

    @Test
    void theMetricsHoldTheLinksItMissed() {
        assertThat(json())
                .contains(
                        "\"worst_missed_links\" : [{\"account_a\" : \"b\", \"account_b\" : \"c\", \"probability\" : 0.2, "
                                + "\"pattern_a\" : \"device_farm\", \"pattern_b\" : \"device_farm\", "
                                + "\"evidence\" : [\"SHARED_IP:2.0\"], \"pairs\" : 3, \"missed_pairs\" : 2, \"pairs_apart\" : 2}]");
    }

    @Test
    void theMetricsHoldPatternsByPeriod() {
        assertThat(json()).contains("\"patterns_by_period\" : {\"oracle\" : {\"all\" : {\"device_farm\" : {");
    }

    @Test
    void thePageShowsLinksAndWhatTheyMissed() {
        assertThat(ScorecardPage.of(card, run))
                .contains("<h3>Links: probability of common control, over every pair that was weighed</h3>")
                .contains("pairs in 0.8 – 1.0")
                .contains("<th>b – c</th><td>0.200000</td>")
                .contains("SHARED_IP 2.00")
                .contains("<dt>labels</dt><dd>none</dd>")
                .doesNotContain("NaN");
    }

    private String json() {
        return JsonText.page(ScorecardJson.of(card, run))
                .replaceAll("\\s*\\n\\s*", " ")
                .replaceAll("([\\[{]) ", "$1")
                .replaceAll(" ([\\]}])", "$1");
    }

    private static AccountTruth truth(String id) {
        boolean member = !id.equals("d");
        return new AccountTruth(
                id,
                member ? Verdict.FRAUD : Verdict.LEGIT,
                member ? Optional.of("r") : Optional.empty(),
                member ? Optional.of("g") : Optional.empty(),
                Optional.empty(),
                member ? "device_farm" : "");
    }
}
