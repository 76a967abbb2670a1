package io.ringsight.api.pipeline;

import io.ringsight.detect.Detection;
import io.ringsight.detect.DetectionFacts;
import io.ringsight.detect.lineage.LineageEvent;
import io.ringsight.detect.lineage.Succession;
import io.ringsight.export.csv.WholeFile;
import io.ringsight.export.json.JsonText;
import io.ringsight.ingest.intake.IntakeReport;
import io.ringsight.ingest.snapshot.IdentityGraph;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.concurrent.TimeUnit;

/** {@code report.json}: counts, timings per stage, engine, device, embedding, versions. */
public final class RunReport {
    private final SequencedMap<String, Object> content = new LinkedHashMap<>();

    RunReport(
            Detection detection,
            IdentityGraph graph,
            Optional<IntakeReport> intake,
            int labels,
            SequencedMap<String, Long> timings,
            long startedNanos) {
        DetectionFacts facts = detection.facts();
        content.put("counts", counts(detection, graph, intake, labels));
        content.put("calibrated", facts.calibrated());
        content.put("learned", facts.learned());
        content.put("prior", facts.prior());
        content.put("type_priors", facts.typePriors());
        content.put("seed", facts.seed());
        content.put("snapshot", facts.snapshot());
        content.put("engine", facts.engine());
        content.put("embedding", facts.embedding());
        content.put("device", facts.device());
        content.put("versions", versions(facts));
        content.put("timings_ms", timings(timings, facts, startedNanos));
    }

    /** What the shadow would have said. */
    void shadow(Map<String, Object> shadow) {
        content.put("shadow", shadow);
    }

    /** How many rings began, changed and ended by this detection. */
    void changes(Succession succession) {
        SequencedMap<String, Object> changes = new LinkedHashMap<>();
        for (LineageEvent.Kind kind : LineageEvent.Kind.values()) {
            changes.put(
                    kind.name().toLowerCase(Locale.ROOT),
                    succession.events().stream()
                            .filter(event -> event.kind() == kind)
                            .count());
        }
        content.put("changes", changes);
    }

    public Map<String, Object> content() {
        return content;
    }

    void write(Path file) {
        WholeFile.write(file, writer -> writer.write(JsonText.page(content)));
    }

    /** How many rings are more likely fraud than not. */
    static long risky(Detection detection) {
        return detection.rings().stream().filter(ring -> ring.risk() >= 0.5).count();
    }

    private static Map<String, Object> counts(
            Detection detection, IdentityGraph graph, Optional<IntakeReport> intake, int labels) {
        SequencedMap<String, Object> counts = new LinkedHashMap<>();
        intake.ifPresent(report -> counts.putAll(intake(report)));
        counts.put("accounts", graph.accountCount());
        counts.put("identifiers", graph.identifierCount());
        counts.put("sightings", graph.sightingCount());
        counts.put("labels", labels);
        counts.put("candidate_pairs", detection.facts().candidatePairs());
        counts.put("links", detection.links().size());
        counts.put("rings", detection.rings().size());
        counts.put("risky_rings", risky(detection));
        counts.put(
                "accounts_in_rings",
                detection.accounts().stream()
                        .filter(account -> account.ringId() != null)
                        .count());
        return counts;
    }

    /** What came in, as reports and commands show it. */
    public static SequencedMap<String, Object> intake(IntakeReport report) {
        SequencedMap<String, Object> counts = new LinkedHashMap<>();
        counts.put("applications_read", report.applications());
        counts.put("sightings_read", report.sightings());
        counts.put("unverified", report.unverified());
        counts.put("rejected_records", report.rejectedRecords());
        counts.put("rejected_identifiers", report.rejectedIdentifiers());
        counts.put("rejected_fields", report.rejectedFields());
        return counts;
    }

    private static Map<String, Object> versions(DetectionFacts facts) {
        SequencedMap<String, Object> versions = new LinkedHashMap<>();
        versions.put("ringsight", ProductVersion.ringsight());
        versions.put("model", facts.modelVersion());
        versions.put("java", Runtime.version().toString());
        return versions;
    }

    private static Map<String, Object> timings(
            SequencedMap<String, Long> around, DetectionFacts facts, long startedNanos) {
        SequencedMap<String, Object> timings = new LinkedHashMap<>();
        around.forEach((stage, millis) -> {
            if (stage.equals("write")) {
                timings.putAll(facts.timings());
            }
            timings.put(stage, millis);
        });
        timings.put("total", TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - startedNanos));
        return timings;
    }
}
