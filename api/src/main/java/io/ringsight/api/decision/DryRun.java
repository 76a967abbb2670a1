package io.ringsight.api.decision;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ringsight.api.pipeline.Installation;
import io.ringsight.api.policy.Decision;
import io.ringsight.api.policy.Policy;
import io.ringsight.api.policy.PolicyInput;
import io.ringsight.api.policy.Ruling;
import io.ringsight.api.service.ServedHealth;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;

/**
 * What another policy would have made of past checks. Compared is what the policies intend: who is held out or watched only is left aside.
 *
 * @param checks how many there are in the decision log
 * @param skipped lines that could not be read
 * @param before how many were decided how; each decision is there
 * @param after how many would have been
 * @param changes how often what would have become what, where it differs
 * @param differences those checks, in the order of the changes, of each the oldest first, as many as were asked for
 */
public record DryRun(
        long checks,
        long skipped,
        Map<Decision, Long> before,
        Map<Decision, Long> after,
        Map<Change, Long> changes,
        List<Difference> differences) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final double NOT_HELD_OUT = 1;

    /** From one decision to another. */
    public record Change(Decision from, Decision to) implements Comparable<Change> {
        @Override
        public int compareTo(Change other) {
            int first = from.compareTo(other.from);
            return first != 0 ? first : to.compareTo(other.to);
        }
    }

    /**
     * A check that another policy would have decided in another way.
     *
     * @param at when it was, milliseconds since 1970 UTC
     * @param rules names of the other policy's rules that are about it, whether or not they made the difference
     */
    public record Difference(
            String checkId,
            long at,
            String accountId,
            double probability,
            OptionalDouble exposure,
            Change change,
            List<String> rules) {}

    /**
     * @param now what decides now; empty for whatever decided each check
     * @param limit differences to list of each change
     */
    public static DryRun of(Installation installation, Policy policy, Optional<Policy> now, int limit) {
        Map<Decision, Long> decided = none();
        Map<Decision, Long> tried = none();
        Map<Change, Long> changes = new TreeMap<>();
        Map<Change, List<Difference>> differences = new TreeMap<>();
        long skipped = Records.of(installation).files().read(check -> {
            PolicyInput input = input(check, policy);
            Ruling ruling = policy.decide(input, NOT_HELD_OUT);
            Decision before = now.map(
                            old -> old.decide(input(check, old), NOT_HELD_OUT).intended())
                    .orElse(check.ruling().intended());
            decided.merge(before, 1L, Long::sum);
            tried.merge(ruling.intended(), 1L, Long::sum);
            if (before != ruling.intended()) {
                var change = new Change(before, ruling.intended());
                changes.merge(change, 1L, Long::sum);
                List<Difference> listed = differences.computeIfAbsent(change, _ -> new ArrayList<>());
                if (listed.size() < limit) {
                    listed.add(new Difference(
                            check.checkId(),
                            check.at(),
                            check.application().account().accountId(),
                            input.probability(),
                            input.exposure(),
                            change,
                            ruling.rules()));
                }
            }
            return true;
        });
        return new DryRun(
                decided.values().stream().mapToLong(Long::longValue).sum(),
                skipped,
                decided,
                tried,
                changes,
                differences.values().stream().flatMap(List::stream).toList());
    }

    private static Map<Decision, Long> none() {
        Map<Decision, Long> none = new EnumMap<>(Decision.class);
        for (Decision decision : Decision.values()) {
            none.put(decision, 0L);
        }
        return none;
    }

    /** Checks that differ. */
    public long changed() {
        return changes.values().stream().mapToLong(Long::longValue).sum();
    }

    /** @param policy by whose limits something was missing */
    private static PolicyInput input(LoggedCheck check, Policy policy) {
        try {
            JsonNode answer = JSON.readTree(check.answer());
            Set<String> reasons = new HashSet<>();
            answer.path("reasons")
                    .forEach(reason -> reasons.add(reason.path("code").asText()));
            JsonNode deviceRisk = answer.path("device").path("risk");
            ServedHealth health = check.health();
            var account = check.application().account();
            return new PolicyInput(
                    answer.path("probability").asDouble(),
                    reasons,
                    account.country(),
                    account.exposure(),
                    deviceRisk.isNumber() ? OptionalDouble.of(deviceRisk.doubleValue()) : OptionalDouble.empty(),
                    policy.fallbacks().reasons(health.indexAge(), health.storeAnswers(), health.modelPresent()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The answer of check " + check.checkId() + " is no JSON.", e);
        }
    }
}
