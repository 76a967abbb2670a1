package io.ringsight.api.decision;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.ringsight.api.policy.Decision;
import io.ringsight.api.policy.Ruling;
import io.ringsight.api.service.ServedHealth;
import io.ringsight.api.service.ServedState;
import io.ringsight.export.json.JsonText;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Lines of the decision log. */
final class LoggedCheckJson {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private LoggedCheckJson() {}

    /** Without a line feed. The answer is a string in it, so that its bytes are kept. */
    static String line(LoggedCheck check) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("check_id", check.checkId());
        json.put("time", Instant.ofEpochMilli(check.at()).toString());
        json.put("ringsight", check.ringsight());
        json.put("state", state(check.state()));
        json.put("health", health(check.health()));
        json.put("snapshot", check.snapshot());
        json.put("model_version", check.modelVersion());
        json.put("policy_version", check.policyVersion());
        json.put("policy_hash", check.policyHash());
        json.put("key_version", check.keyVersion());
        json.put("application", ApplicationTokens.of(check.application()));
        json.put(
                "rejected",
                check.rejected().stream()
                        .map(left -> Map.of("field", left.field(), "reason", left.reason()))
                        .toList());
        json.put("ruling", ruling(check.ruling()));
        json.put("answer", check.answer());
        return JsonText.line(json);
    }

    private static Map<String, Object> state(ServedState state) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("detection", state.detection());
        json.put("snapshot_sequence", state.snapshotSequence());
        json.put("applied_sequence", state.appliedSequence());
        json.put("dispositions", state.dispositions());
        state.network().ifPresent(model -> json.put("network", model));
        return json;
    }

    private static Map<String, Object> health(ServedHealth health) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("index_age_ms", health.indexAgeMillis());
        json.put("store_answers", health.storeAnswers());
        json.put("model_present", health.modelPresent());
        return json;
    }

    private static Map<String, Object> ruling(Ruling ruling) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("decision", ruling.decision().word());
        json.put("intended", ruling.intended().word());
        json.put("held_out", ruling.heldOut());
        json.put("shadow", ruling.shadow());
        json.put("rules", ruling.rules());
        return json;
    }

    /** Empty for a line that was cut off or damaged. */
    static Optional<LoggedCheck> read(String line) {
        try {
            return Optional.of(check(JSON.readTree(line)));
        } catch (JsonProcessingException | RuntimeException _) {
            return Optional.empty();
        }
    }

    private static LoggedCheck check(JsonNode json) {
        List<LoggedCheck.Left> rejected = new ArrayList<>();
        json.required("rejected")
                .forEach(left -> rejected.add(new LoggedCheck.Left(text(left, "field"), text(left, "reason"))));
        return new LoggedCheck(
                text(json, "check_id"),
                Instant.parse(text(json, "time")).toEpochMilli(),
                text(json, "ringsight"),
                state(json.required("state")),
                health(json.path("health")),
                text(json, "snapshot"),
                text(json, "model_version"),
                text(json, "policy_version"),
                text(json, "policy_hash"),
                json.required("key_version").intValue(),
                ApplicationTokens.read(json.required("application")),
                rejected,
                ruling(json.required("ruling")),
                text(json, "answer"));
    }

    private static ServedState state(JsonNode json) {
        return new ServedState(
                json.required("detection").longValue(),
                json.required("snapshot_sequence").longValue(),
                json.required("applied_sequence").longValue(),
                json.required("dispositions").longValue(),
                json.has("network") ? Optional.of(text(json, "network")) : Optional.empty());
    }

    /** Lines of before it was recorded say nothing of it. */
    private static ServedHealth health(JsonNode json) {
        return json.isMissingNode()
                ? ServedHealth.GOOD
                : new ServedHealth(
                        json.required("index_age_ms").longValue(),
                        json.required("store_answers").booleanValue(),
                        json.required("model_present").booleanValue());
    }

    private static Ruling ruling(JsonNode json) {
        List<String> rules = new ArrayList<>();
        json.required("rules").forEach(rule -> rules.add(rule.textValue()));
        return new Ruling(
                Decision.ofWord(text(json, "decision")).orElseThrow(),
                Decision.ofWord(text(json, "intended")).orElseThrow(),
                json.required("held_out").booleanValue(),
                json.required("shadow").booleanValue(),
                rules);
    }

    private static String text(JsonNode json, String name) {
        JsonNode value = json.required(name);
        if (!value.isTextual()) {
            throw new IllegalArgumentException(name + " is no text");
        }
        return value.textValue();
    }
}
