package io.ringsight.api.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ringsight.ingest.error.ErrorCode;
import io.ringsight.ingest.error.RingsightException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyFileTest {
    private static final String THRESHOLDS = "thresholds: {step_up: 0.2, review: 0.5, deny: 0.9}\n";

    @Test
    void theBuiltInOneDecidesAtAFifthAHalfAndNineTenths() {
        PolicyFile file = PolicyFile.builtIn();
        assertThat(file.policy())
                .isEqualTo(new Policy(
                        "default-1", new Thresholds(0.2, 0.5, 0.9), java.util.List.of(), false, 0, Fallbacks.OPEN));
        assertThat(file.hash()).matches("[0-9a-f]{64}");
        assertThat(decide(file.policy(), 0.19)).isEqualTo(Decision.ALLOW);
        assertThat(decide(file.policy(), 0.2)).isEqualTo(Decision.STEP_UP);
        assertThat(decide(file.policy(), 0.5)).isEqualTo(Decision.REVIEW);
        assertThat(decide(file.policy(), 0.9)).isEqualTo(Decision.DENY);
    }

    @Test
    void rulesChangeWhatThoseBeforeThemLeft() {
        Policy policy = read("version: v1\n" + THRESHOLDS + """
                rules:
                  - {name: forged, when: {any_reason: [SHARED_DOCUMENT, SIMILAR_DOCUMENT], probability_from: 0.1}, at_least: review}
                  - {name: small, when: {exposure_below: 100}, at_most: step_up}
                  - {name: abroad, when: {countries: ["NO", SE], not_countries: [GB]}, decision: deny}
                """);
        assertThat(policy.decide(input(0.15, "GB", 500, "SHARED_DOCUMENT"), 1).intended())
                .isEqualTo(Decision.REVIEW);
        Ruling both = policy.decide(input(0.15, "GB", 50, "SHARED_DOCUMENT"), 1);
        assertThat(both.intended()).isEqualTo(Decision.STEP_UP);
        assertThat(both.rules()).containsExactly("forged", "small");
        assertThat(policy.decide(input(0.0, "NO", 500), 1).decision()).isEqualTo(Decision.DENY);
        var unknown = new PolicyInput(
                0.95, Set.of(), Optional.empty(), OptionalDouble.empty(), OptionalDouble.empty(), java.util.List.of());
        assertThat(policy.decide(unknown, 1))
                .isEqualTo(new Ruling(Decision.DENY, Decision.DENY, false, false, java.util.List.of()));
    }

    @Test
    void aRuleMayBeAboutTheDeviceByItself() {
        Policy policy = read("version: v1\n" + THRESHOLDS + """
                rules: [{name: device, when: {device_risk_from: 0.1}, at_least: step_up}]
                """);
        assertThat(policy.decide(input(0.1, "GB", 1), 1).decision()).isEqualTo(Decision.STEP_UP);
        assertThat(policy.decide(input(0.09, "GB", 1), 1).decision()).isEqualTo(Decision.ALLOW);
        var none = new PolicyInput(
                0.1, Set.of(), Optional.empty(), OptionalDouble.empty(), OptionalDouble.empty(), java.util.List.of());
        assertThat(policy.decide(none, 1).decision()).isEqualTo(Decision.ALLOW);
    }

    @Test
    void whatIsMissingIsAnsweredOpenUnlessTheFileSaysOtherwise() {
        Policy open = read("version: v1\n" + THRESHOLDS);
        Policy closed = read("version: v1\n" + THRESHOLDS + """
                degraded:
                  store_down: {decision: open}
                  stale_index: {after_seconds: 2.5, decision: review}
                  model_missing: {decision: step_up}
                """);
        assertThat(open.fallbacks()).isEqualTo(Fallbacks.OPEN);
        assertThat(closed.fallbacks().staleAfter()).isEqualTo(Duration.ofMillis(2_500));
        for (Degradation reason : Degradation.values()) {
            assertThat(open.decide(degraded(0.01, reason), 1).decision()).isEqualTo(Decision.ALLOW);
        }
        assertThat(closed.decide(degraded(0.01, Degradation.STORE_DOWN), 1))
                .isEqualTo(new Ruling(Decision.ALLOW, Decision.ALLOW, false, false, java.util.List.of()));
        assertThat(closed.decide(degraded(0.95, Degradation.STALE_INDEX), 1).decision())
                .as("a floor makes nothing milder")
                .isEqualTo(Decision.DENY);
        assertThat(closed.decide(degraded(0.01, Degradation.STALE_INDEX, Degradation.MODEL_MISSING), 1))
                .isEqualTo(new Ruling(
                        Decision.REVIEW,
                        Decision.REVIEW,
                        false,
                        false,
                        java.util.List.of("degraded:stale_index", "degraded:model_missing")));
    }

    @Test
    void whatIsMissingFollowsFromTheLimitsOfThePolicy() {
        var patient = new Fallbacks(Duration.ofSeconds(30), java.util.Map.of());
        assertThat(patient.reasons(Duration.ofSeconds(30), true, true)).isEmpty();
        assertThat(patient.reasons(Duration.ofSeconds(31), false, false)).containsExactly(Degradation.values());
    }

    private static PolicyInput degraded(double probability, Degradation... reasons) {
        return new PolicyInput(
                probability,
                Set.of(),
                Optional.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                java.util.List.of(reasons));
    }

    @Test
    void aShadowLetsInAndSaysWhatItWouldHaveDecided() {
        Ruling ruling = read("version: v1\nshadow: true\n" + THRESHOLDS).decide(input(0.95, "GB", 1), 1);
        assertThat(ruling.decision()).isEqualTo(Decision.ALLOW);
        assertThat(ruling.shadowDecision()).contains(Decision.DENY);
    }

    @Test
    void theHeldOutAreLetInAndMarked() {
        Policy policy = read("version: v1\nhold_out: 0.01\n" + THRESHOLDS);
        assertThat(policy.decide(input(0.95, "GB", 1), 0.0099))
                .isEqualTo(new Ruling(Decision.ALLOW, Decision.DENY, true, false, java.util.List.of()));
        assertThat(policy.decide(input(0.95, "GB", 1), 0.01).decision()).isEqualTo(Decision.DENY);
    }

    @Test
    void costsChooseWithTheExposure() {
        Policy policy = read("""
                version: v1
                costs: {false_alarm: {step_up: 1, review: 8, deny: 120}, missed_fraud: 40, missed_fraud_per_exposure: 0.8}
                """);
        assertThat(policy.decide(input(0.02, "GB", 0), 1).decision()).isEqualTo(Decision.ALLOW);
        assertThat(policy.decide(input(0.02, "GB", 5_000), 1).decision()).isEqualTo(Decision.REVIEW);
        assertThat(policy.decide(input(0.99, "GB", 5_000), 1).decision()).isEqualTo(Decision.DENY);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "thresholds: {step_up: 0.2, review: 0.5, deny: 0.9} | p.yaml has no version | version: spring-1",
                "version: v 1 | version in p.yaml is 'v 1' | letters",
                "version: v1 | neither thresholds nor costs | thresholds:",
                "{version: v1, thresholds: {step_up: 0.2, review: 0.5}} | thresholds in p.yaml does not say deny | add it",
                "{version: v1, thresholds: {step_up: 0.6, review: 0.5, deny: 1}} | thresholds in p.yaml: thresholds must rise | mixed up",
                "{version: v1, threshold: {}} | p.yaml has a key threshold that is not known | thresholds",
                "{version: v1, thresholds: {step_up: x, review: 0.5, deny: 1}} | thresholds.step_up in p.yaml is 'x' | number",
                "{version: v1, costs: {false_alarm: {step_up: 1, review: 2, deny: 3}}} | costs in p.yaml: a missed fraud must cost | mixed up",
                "{version: v1, thresholds: {step_up: 0.2, review: 0.5, deny: 1}, hold_out: 1} | hold_out in p.yaml is 1.0 | per cent",
                "{version: v1, thresholds: {step_up: 0.2, review: 0.5, deny: 1}, shadow: maybe} | shadow in p.yaml is 'maybe' | true or false",
                "{version: v1, thresholds: {step_up: 0.2, review: 0.5, deny: 1}, rules: [{name: a, when: {countries: [NO]}, decision: deny}]} | rules[0].when.countries in p.yaml has 'false' | in quotes",
                "{version: v1, thresholds: {step_up: 0.2, review: 0.5, deny: 1}, rules: [{name: a, when: {exposure_from: 1}}]} | rules[0] in p.yaml has no effect | at_least: review",
                "{version: v1, thresholds: {step_up: 0.2, review: 0.5, deny: 1}, rules: [{name: a, when: {exposure_from: 1}, decision: refuse}]} | rules[0].decision in p.yaml is 'refuse' | allow, step_up, review, deny",
                "{version: v1, thresholds: {step_up: 0.2, review: 0.5, deny: 1}, rules: [{name: a, when: {}, decision: deny}]} | rules[0].when in p.yaml is empty | whom",
                "{version: v1, thresholds: {step_up: 0.2, review: 0.5, deny: 1}, degraded: {stale_index: {after_seconds: 0}}} | degraded.stale_index.after_seconds in p.yaml: what is known would be stale | mixed up",
                "{version: v1, thresholds: {step_up: 0.2, review: 0.5, deny: 1}, degraded: {store_down: {decision: closed}}} | degraded.store_down.decision in p.yaml is 'closed' | open, allow",
                "{version: v1, thresholds: {step_up: 0.2, review: 0.5, deny: 1}, degraded: {store: {}}} | degraded in p.yaml has a key store | store_down",
                "{version: v1, version: v2} | p.yaml is not valid YAML | twice"
            })
    void saysWhatIsWrongWhere(String yaml, String message, String hint) {
        assertThatThrownBy(() -> read(yaml)).isInstanceOfSatisfying(RingsightException.class, e -> {
            assertThat(e.code()).isEqualTo(ErrorCode.CONFIGURATION);
            assertThat(e).hasMessageContaining(message);
            assertThat(e.hint()).startsWith("Maybe").contains(hint);
        });
    }

    @Test
    void saysWhichFileIsNotThere() {
        assertThatThrownBy(() -> PolicyFile.read(Path.of("none.yaml")))
                .hasMessage("There is no policy file none.yaml.");
    }

    private static Policy read(String yaml) {
        return PolicyFile.of(yaml.getBytes(StandardCharsets.UTF_8), "p.yaml").policy();
    }

    private static Decision decide(Policy policy, double probability) {
        return policy.decide(input(probability, "GB", 1), 1).decision();
    }

    private static PolicyInput input(double probability, String country, double exposure, String... reasons) {
        return new PolicyInput(
                probability,
                Set.of(reasons),
                Optional.of(country),
                OptionalDouble.of(exposure),
                OptionalDouble.of(probability),
                java.util.List.of());
    }
}
