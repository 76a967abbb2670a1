package io.ringsight.api.policy;

import static io.ringsight.ingest.source.YamlFile.mapping;
import static io.ringsight.ingest.source.YamlFile.wrong;

import io.ringsight.api.policy.Rule.Condition;
import io.ringsight.api.policy.Rule.Effect;
import io.ringsight.api.policy.Rule.Range;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads a policy:
 *
 * <pre>
 * version: spring-1
 * thresholds: {step_up: 0.2, review: 0.5, deny: 0.9}    # or costs, see ExpectedCost:
 * costs:
 *   false_alarm: {step_up: 5, review: 25, deny: 300}    # of deciding so about somebody honest
 *   stops: {step_up: 0.5, review: 0.9, deny: 1}         # share of fraud that each stops; this unless given
 *   missed_fraud: 100
 *   missed_fraud_per_exposure: 0.3
 * rules:                                                # one after the other, each on what those before it left
 *   - name: forged-documents
 *     when: {any_reason: [SHARED_DOCUMENT], probability_from: 0.3, probability_below: 1, exposure_from: 1000,
 *            exposure_below: 9000, device_risk_from: 0.5, device_risk_below: 1, all_reasons: [PACE], countries: [GB, IE], not_countries: [US]}
 *     at_least: review                                  # or at_most, or decision
 * shadow: false                                         # decide and record, but let in
 * hold_out: 0.01                                        # share that is let in for measurement
 * degraded:                                             # what is answered at least where a part is missing; open: as it is
 *   store_down: {decision: open}
 *   stale_index: {after_seconds: 30, decision: review}
 *   model_missing: {decision: step_up}
 * </pre>
 *
 * Whatever is wrong is named by file and key.
 */
final class PolicyReader {
    private static final Map<Decision, Double> STOPS =
            Map.of(Decision.STEP_UP, 0.5, Decision.REVIEW, 0.9, Decision.DENY, 1.0);
    private static final List<String> KEYS =
            List.of("version", "thresholds", "costs", "rules", "shadow", "hold_out", "degraded");
    private static final String AFTER = "after_seconds";
    private static final String DECISION = "decision";
    private static final String OPEN = "open";
    private static final List<String> COSTS =
            List.of("false_alarm", "stops", "missed_fraud", "missed_fraud_per_exposure");
    private static final List<String> CONDITIONS = List.of(
            "probability_from",
            "probability_below",
            "exposure_from",
            "exposure_below",
            "device_risk_from",
            "device_risk_below",
            "any_reason",
            "all_reasons",
            "countries",
            "not_countries");
    private static final String VERSION = "[A-Za-z0-9][A-Za-z0-9._-]{0,63}";

    private final String name;

    /** @param name what messages call the file */
    PolicyReader(String name) {
        this.name = name;
    }

    Policy read(@Nullable Object yaml) {
        Map<?, ?> root = section("", yaml, KEYS);
        return new Policy(
                version(root.get("version")),
                choice(root),
                rules(root.get("rules")),
                root.containsKey("shadow") && truth("shadow", root.get("shadow")),
                root.containsKey("hold_out") ? share("hold_out", root.get("hold_out")) : 0,
                fallbacks(root));
    }

    private Fallbacks fallbacks(Map<?, ?> root) {
        if (!root.containsKey("degraded")) {
            return Fallbacks.OPEN;
        }
        List<String> words =
                Arrays.stream(Degradation.values()).map(Degradation::word).toList();
        Map<?, ?> given = section("degraded", root.get("degraded"), words);
        var floors = new EnumMap<Degradation, Decision>(Degradation.class);
        double after = Fallbacks.OPEN.staleAfter().toSeconds();
        for (Degradation reason : Degradation.values()) {
            if (!given.containsKey(reason.word())) {
                continue;
            }
            String key = "degraded." + reason.word();
            boolean stale = reason == Degradation.STALE_INDEX;
            Map<?, ?> one =
                    section(key, given.get(reason.word()), stale ? List.of(AFTER, DECISION) : List.of(DECISION));
            after = stale ? numberOr(key + ".", one, AFTER, after) : after;
            String decision = String.valueOf(one.get(DECISION));
            if (one.containsKey(DECISION) && !decision.equals(OPEN)) {
                floors.put(
                        reason,
                        Decision.ofWord(decision)
                                .orElseThrow(() -> wrong(
                                        at(key + "." + DECISION) + " is '" + decision + "'.",
                                        "Maybe one of " + OPEN + ", " + Decision.words() + " was meant.")));
            }
        }
        double seconds = after;
        return sure(
                "degraded." + Degradation.STALE_INDEX.word() + "." + AFTER,
                () -> new Fallbacks(Duration.ofMillis(Math.round(seconds * 1_000)), floors));
    }

    private String version(@Nullable Object value) {
        if (value == null) {
            throw wrong(name + " has no version.", "Maybe add one, such as version: spring-1.");
        }
        String version = String.valueOf(value);
        if (!version.matches(VERSION)) {
            throw wrong(
                    at("version") + " is '" + version + "'.",
                    "Maybe use letters, digits, dots and dashes, 64 at most, and quote what looks like a date.");
        }
        return version;
    }

    private Choice choice(Map<?, ?> root) {
        boolean costs = root.containsKey("costs");
        if (costs == root.containsKey("thresholds")) {
            throw wrong(
                    name + (costs ? " has thresholds and costs." : " has neither thresholds nor costs."),
                    costs
                            ? "Maybe leave the thresholds out: costs choose by themselves."
                            : "Maybe add thresholds: {step_up: 0.2, review: 0.5, deny: 0.9}.");
        }
        return costs ? costs(root.get("costs")) : thresholds(root.get("thresholds"));
    }

    private Choice thresholds(@Nullable Object value) {
        Map<Decision, Double> from = byDecision("thresholds", value);
        return sure(
                "thresholds",
                () -> new Thresholds(
                        from.getOrDefault(Decision.STEP_UP, Double.NaN),
                        from.getOrDefault(Decision.REVIEW, Double.NaN),
                        from.getOrDefault(Decision.DENY, Double.NaN)));
    }

    private Choice costs(@Nullable Object value) {
        Map<?, ?> costs = section("costs", value, COSTS);
        Map<Decision, Double> falseAlarm = byDecision("costs.false_alarm", costs.get("false_alarm"));
        Map<Decision, Double> stops =
                costs.containsKey("stops") ? byDecision("costs.stops", costs.get("stops")) : STOPS;
        double missed = numberOr("costs.", costs, "missed_fraud", 0);
        double perExposure = numberOr("costs.", costs, "missed_fraud_per_exposure", 0);
        return sure("costs", () -> new ExpectedCost(falseAlarm, stops, missed, perExposure));
    }

    /** A number for each of step_up, review and deny. */
    private Map<Decision, Double> byDecision(String key, @Nullable Object value) {
        List<String> words = Arrays.stream(Decision.values())
                .filter(decision -> decision != Decision.ALLOW)
                .map(Decision::word)
                .toList();
        Map<?, ?> given = section(key, value, words);
        var numbers = new EnumMap<Decision, Double>(Decision.class);
        for (String word : words) {
            if (!given.containsKey(word)) {
                throw wrong(at(key) + " does not say " + word + ".", "Maybe add it: " + words + " are all needed.");
            }
            numbers.put(Decision.ofWord(word).orElseThrow(), number(key + "." + word, given.get(word)));
        }
        return numbers;
    }

    private List<Rule> rules(@Nullable Object value) {
        List<Rule> rules = new ArrayList<>();
        Set<String> names = new LinkedHashSet<>();
        int position = 0;
        for (Object rule : list("rules", value)) {
            rules.add(rule("rules[" + position++ + "]", rule));
            if (!names.add(rules.getLast().name())) {
                throw wrong(
                        at("rules") + " has two of the name '" + rules.getLast().name() + "'.",
                        "Maybe rename one: the decision log tells rules by their names.");
            }
        }
        return rules;
    }

    private Rule rule(String key, @Nullable Object value) {
        List<String> effects = Arrays.stream(Effect.values()).map(Effect::word).toList();
        List<String> keys = new ArrayList<>(List.of("name", "when"));
        keys.addAll(effects);
        Map<?, ?> rule = section(key, value, keys);
        String called = String.valueOf(rule.get("name"));
        if (!rule.containsKey("name") || !called.matches(VERSION)) {
            throw wrong(
                    at(key + ".name") + (rule.containsKey("name") ? " is '" + called + "'." : " is missing."),
                    "Maybe use letters, digits, dots and dashes, 64 at most.");
        }
        List<String> named = effects.stream().filter(rule::containsKey).toList();
        if (named.size() != 1) {
            throw wrong(
                    at(key) + " has " + (named.isEmpty() ? "no effect." : named.size() + " effects."),
                    "Maybe say one of " + String.join(", ", effects) + ", such as at_least: review.");
        }
        String effect = named.getFirst();
        return new Rule(
                called,
                condition(key + ".when", rule.get("when")),
                Effect.values()[effects.indexOf(effect)],
                decision(key + "." + effect, rule.get(effect)));
    }

    private Condition condition(String key, @Nullable Object value) {
        Map<?, ?> when = section(key, value, CONDITIONS);
        if (when.isEmpty()) {
            throw wrong(at(key) + " is empty.", "Maybe say whom the rule is about: " + CONDITIONS + ".");
        }
        return new Condition(
                range(key, when, "probability"),
                range(key, when, "exposure"),
                range(key, when, "device_risk"),
                words(key, when, "any_reason", "[A-Z][A-Z0-9_]*", "a reason code such as SHARED_DOCUMENT"),
                words(key, when, "all_reasons", "[A-Z][A-Z0-9_]*", "a reason code such as SHARED_DOCUMENT"),
                words(key, when, "countries", "[A-Z]{2}", "a country such as GB, in quotes where it is NO"),
                words(key, when, "not_countries", "[A-Z]{2}", "a country such as GB, in quotes where it is NO"));
    }

    private Range range(String key, Map<?, ?> when, String what) {
        double from = numberOr(key + ".", when, what + "_from", Double.NEGATIVE_INFINITY);
        double below = numberOr(key + ".", when, what + "_below", Double.POSITIVE_INFINITY);
        return sure(key, () -> new Range(from, below));
    }

    private Set<String> words(String key, Map<?, ?> when, String what, String pattern, String such) {
        Set<String> words = new LinkedHashSet<>();
        for (Object word : list(key + "." + what, when.get(what))) {
            if (!(word instanceof String text) || !text.matches(pattern)) {
                throw wrong(at(key + "." + what) + " has '" + word + "'.", "Maybe write " + such + ".");
            }
            words.add(text);
        }
        if (when.containsKey(what) && words.isEmpty()) {
            throw wrong(at(key + "." + what) + " is empty.", "Maybe write " + such + ", or leave it out.");
        }
        return words;
    }

    private Decision decision(String key, @Nullable Object value) {
        return Decision.ofWord(String.valueOf(value))
                .orElseThrow(() ->
                        wrong(at(key) + " is '" + value + "'.", "Maybe one of " + Decision.words() + " was meant."));
    }

    private boolean truth(String key, @Nullable Object value) {
        if (value instanceof Boolean truth) {
            return truth;
        }
        throw wrong(at(key) + " is '" + value + "'.", "Maybe true or false was meant.");
    }

    private double share(String key, @Nullable Object value) {
        double share = number(key, value);
        if (share >= 0 && share < 1) {
            return share;
        }
        throw wrong(
                at(key) + " is " + share + ", not a share from 0 to below 1.", "Maybe it is in per cent: 1 % is 0.01.");
    }

    private double numberOr(String prefix, Map<?, ?> section, String key, double otherwise) {
        return section.containsKey(key) ? number(prefix + key, section.get(key)) : otherwise;
    }

    private double number(String key, @Nullable Object value) {
        if (value instanceof Number number && Double.isFinite(number.doubleValue())) {
            return number.doubleValue();
        }
        throw wrong(at(key) + " is '" + value + "'.", "Maybe a number was meant, such as 0.5.");
    }

    private List<?> list(String key, @Nullable Object value) {
        return switch (value) {
            case null -> List.of();
            case List<?> list -> list;
            default -> throw wrong(at(key) + " must be a list.", "Maybe put it in brackets: [" + value + "].");
        };
    }

    private Map<?, ?> section(String key, @Nullable Object value, List<String> known) {
        String where = key.isEmpty() ? name : at(key);
        Map<?, ?> section = mapping(value, where + " must be a mapping.");
        for (Object word : section.keySet()) {
            if (!known.contains(String.valueOf(word))) {
                throw wrong(
                        where + " has a key " + word + " that is not known.",
                        "Maybe one of " + String.join(", ", known) + " was meant.");
            }
        }
        return section;
    }

    private <T> T sure(String key, Supplier<T> make) {
        try {
            return make.get();
        } catch (IllegalArgumentException e) {
            throw wrong(at(key) + ": " + e.getMessage() + ".", "Maybe two numbers were mixed up, or a point was lost.");
        }
    }

    private String at(String key) {
        return key + " in " + name;
    }
}
