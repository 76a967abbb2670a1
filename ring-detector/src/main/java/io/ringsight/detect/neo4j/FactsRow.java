package io.ringsight.detect.neo4j;

import io.ringsight.detect.DetectionFacts;
import io.ringsight.detect.evidence.PairModel;
import io.ringsight.detect.risk.Calibration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.neo4j.driver.Value;

/** The facts of a detection as properties of its node. */
final class FactsRow {
    private FactsRow() {}

    static Map<String, Object> of(DetectionFacts facts) {
        return Map.ofEntries(
                Map.entry("snapshot", facts.snapshot()),
                Map.entry("model_version", facts.modelVersion()),
                Map.entry("engine", facts.engine()),
                Map.entry("embedding", facts.embedding()),
                Map.entry("device", facts.device()),
                Map.entry("calibrated", facts.calibration().fitted()),
                Map.entry("calibration_slope", facts.calibration().slope()),
                Map.entry("calibration_offset", facts.calibration().offset()),
                Map.entry("learned", facts.learned()),
                Map.entry("prior", facts.prior()),
                Map.entry("type_priors", facts.typePriors()),
                Map.entry("seed", facts.seed()),
                Map.entry("candidate_pairs", facts.candidatePairs()),
                Map.entry("pair_model", facts.pairModel().values()),
                Map.entry("stages", List.copyOf(facts.timings().keySet())),
                Map.entry("stage_millis", List.copyOf(facts.timings().values())));
    }

    static DetectionFacts facts(Value row) {
        var timings = new LinkedHashMap<String, Long>();
        List<String> stages = row.get("stages").asList(Value::asString);
        List<Long> millis = row.get("stage_millis").asList(Value::asLong);
        for (int i = 0; i < stages.size(); i++) {
            timings.put(stages.get(i), millis.get(i));
        }
        return new DetectionFacts(
                row.get("snapshot").asString(),
                row.get("model_version").asString(),
                row.get("engine").asString(),
                row.get("embedding").asString(),
                row.get("device").asString("cpu"), // a detection of before has none
                new Calibration(
                        row.get("calibration_slope").asDouble(),
                        row.get("calibration_offset").asDouble(),
                        row.get("calibrated").asBoolean()),
                row.get("learned").asBoolean(false), // a detection of before has none
                row.get("prior").asDouble(),
                row.get("type_priors").asList(Value::asString, List.of()), // a detection of before has none
                row.get("seed").asLong(),
                row.get("candidate_pairs").asLong(),
                PairModel.of(row.get("pair_model").asList(Value::asDouble)),
                timings);
    }
}
