package io.ringsight.api.decision;

import io.ringsight.api.policy.Decision;
import io.ringsight.api.policy.Degradation;
import io.ringsight.api.policy.Ruling;
import io.ringsight.detect.check.CheckResult;
import io.ringsight.detect.check.CheckedRing;
import io.ringsight.detect.check.DeviceRisk;
import io.ringsight.detect.check.EvidencePath;
import io.ringsight.detect.ring.Reason;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The answer to a check as JSON: the same answer, the same bytes. */
public final class AnswerJson {
    private AnswerJson() {}

    public static Map<String, Object> of(DecidedCheck decided) {
        return of(
                decided.checked().accountId(),
                decided.checked().result(),
                decided.degraded(),
                decided.ruling(),
                decided.policyVersion());
    }

    static Map<String, Object> of(
            String accountId, CheckResult result, List<Degradation> degraded, Ruling ruling, String policyVersion) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("account_id", accountId);
        json.put("decision", ruling.decision().word());
        json.put("shadow_decision", ruling.shadowDecision().map(Decision::word).orElse(null));
        json.put("probability", result.probability());
        json.put("ring", result.ring().map(AnswerJson::ring).orElse(null));
        json.put("reasons", result.reasons().stream().map(AnswerJson::reason).toList());
        json.put("paths", result.paths().stream().map(AnswerJson::path).toList());
        json.put("device", result.device().map(AnswerJson::device).orElse(null));
        json.put("model_version", result.modelVersion());
        json.put("policy_version", policyVersion);
        json.put("snapshot", result.snapshot());
        json.put("truncated", result.truncated());
        json.put("degraded", degraded.stream().map(Degradation::word).toList());
        return json;
    }

    private static Map<String, Object> ring(CheckedRing ring) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("ring_id", ring.ringId());
        json.put("existing", ring.existing());
        json.put("size", ring.size());
        json.put("risk", ring.risk());
        json.put("members", ring.members());
        return json;
    }

    private static Map<String, Object> device(DeviceRisk device) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("token_prefix", device.tokenPrefix());
        json.put("accounts", device.accounts());
        json.put("accounts_capped", device.capped());
        json.put("accounts_last_week", device.lastWeek());
        json.put("accounts_per_day", device.perDay());
        json.put("accounts_in_rings", device.inRings());
        json.put("accounts_in_risky_rings", device.inRiskyRings());
        json.put("accounts_sampled", device.sampled());
        json.put(
                "fraud_share",
                device.fraudShare().isPresent() ? device.fraudShare().getAsDouble() : null);
        json.put("pace_bits", device.paceBits());
        json.put("farm", device.farm());
        json.put("risk", device.risk());
        return json;
    }

    private static Map<String, Object> reason(Reason reason) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("code", reason.code());
        json.put("bits", reason.bits());
        return json;
    }

    private static Map<String, Object> path(EvidencePath path) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("identifier_type", path.identifierType());
        json.put("token_prefix", path.tokenPrefix());
        json.put("account_id", path.accountId());
        json.put("bits", path.bits());
        return json;
    }
}
