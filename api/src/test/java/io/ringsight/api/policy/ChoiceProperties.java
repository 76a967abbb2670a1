package io.ringsight.api.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;

class ChoiceProperties {
    @Property
    void aHigherProbabilityNeverMakesItMilder(
            @ForAll("choices") Choice choice,
            @ForAll @DoubleRange(min = 0, max = 1) double one,
            @ForAll @DoubleRange(min = 0, max = 1) double other,
            @ForAll @DoubleRange(min = 0, max = 10_000) double exposure) {
        Decision low = choice.of(input(Math.min(one, other), exposure));
        Decision high = choice.of(input(Math.max(one, other), exposure));
        assertThat(high).isGreaterThanOrEqualTo(low);
    }

    @Property
    void ofAllDecisionsTheCheapestIsChosenTheMildestOfEquals(
            @ForAll("costs") ExpectedCost costs,
            @ForAll @DoubleRange(min = 0, max = 1) double probability,
            @ForAll @DoubleRange(min = 0, max = 10_000) double exposure) {
        double fraud = costs.missedFraud() + costs.missedFraudPerExposure() * exposure;
        Decision cheapest = Arrays.stream(Decision.values())
                .min(Comparator.comparingDouble(decision ->
                        (1 - probability) * costs.falseAlarm().getOrDefault(decision, Double.NaN)
                                + probability * (1 - costs.stops().getOrDefault(decision, Double.NaN)) * fraud))
                .orElseThrow();
        assertThat(costs.of(input(probability, exposure))).isEqualTo(cheapest);
    }

    @Provide
    Arbitrary<Choice> choices() {
        return Arbitraries.oneOf(thresholds().map(choice -> choice), costs().map(choice -> choice));
    }

    private static Arbitrary<Thresholds> thresholds() {
        return rising(0.001, 1).map(from -> new Thresholds(from[0], from[1], from[2]));
    }

    @Provide
    Arbitrary<ExpectedCost> costs() {
        return Combinators.combine(
                        rising(0, 500),
                        rising(0, 1),
                        Arbitraries.doubles().between(1, 1_000),
                        Arbitraries.doubles().between(0, 1))
                .as((alarm, stops, missed, each) -> new ExpectedCost(table(alarm), table(stops), missed, each));
    }

    private static Map<Decision, Double> table(double[] rising) {
        return Map.of(Decision.STEP_UP, rising[0], Decision.REVIEW, rising[1], Decision.DENY, rising[2]);
    }

    private static Arbitrary<double[]> rising(double least, double most) {
        return Arbitraries.doubles()
                .ofScale(3)
                .between(least, most)
                .array(double[].class)
                .ofSize(3)
                .map(values -> Arrays.stream(values).sorted().toArray());
    }

    private static PolicyInput input(double probability, double exposure) {
        return new PolicyInput(
                probability,
                Set.of(),
                Optional.empty(),
                OptionalDouble.of(exposure),
                OptionalDouble.empty(),
                java.util.List.of());
    }
}
