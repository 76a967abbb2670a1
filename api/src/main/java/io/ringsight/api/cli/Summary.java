package io.ringsight.api.cli;

import io.ringsight.detect.Detection;
import io.ringsight.detect.lineage.LineageEvent;
import io.ringsight.detect.lineage.Succession;
import io.ringsight.detect.ring.Ring;
import io.ringsight.ingest.intake.IntakeReport;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Results in the words of a person. */
final class Summary {
    private static final int WORST = 5;

    private Summary() {}

    static void intake(Terminal terminal, IntakeReport report, String rejectedFile) {
        terminal.say("%s applications with %s sightings read."
                .formatted(number(report.applications()), number(report.sightings())));
        if (!report.unverified().isEmpty()) {
            terminal.say("Kept but implausible: "
                    + report.unverified().entrySet().stream()
                            .map(entry -> number(entry.getValue()) + " " + entry.getKey())
                            .collect(Collectors.joining(", "))
                    + ".");
        }
        if (report.rejections() > 0) {
            terminal.say("Left out: %s records, %s identifiers, %s fields; %s says why."
                    .formatted(
                            number(report.rejectedRecords()),
                            number(report.rejectedIdentifiers()),
                            number(report.rejectedFields()),
                            rejectedFile));
        }
    }

    static void detection(Terminal terminal, Detection detection) {
        List<Ring> worst = detection.rings().stream()
                .sorted(Comparator.comparingDouble(Ring::risk)
                        .reversed()
                        .thenComparing(Ring::size, Comparator.reverseOrder())
                        .thenComparing(Ring::ringId))
                .toList();
        long risky = worst.stream().filter(ring -> ring.risk() >= 0.5).count();
        terminal.say("%s rings among %s accounts, %s of them risky; %s links."
                .formatted(
                        number(worst.size()),
                        number(detection.accounts().size()),
                        number(risky),
                        number(detection.links().size())));
        worst.stream()
                .limit(WORST)
                .forEach(ring -> terminal.say("  %s  %5s  %4d accounts  %s"
                        .formatted(ring.ringId(), percent(ring.risk()), ring.size(), reasons(ring))));
        if (worst.size() > WORST) {
            terminal.say("  …");
        }
        if (!detection.calibrated()) {
            terminal.say("Risk rests on evidence and the prior alone; labels would calibrate it.");
        }
    }

    /** What became of the rings of before: nothing when all are new. */
    static void changes(Terminal terminal, Succession succession) {
        Map<LineageEvent.Kind, Long> count = new EnumMap<>(LineageEvent.Kind.class);
        succession.events().forEach(event -> count.merge(event.kind(), 1L, Long::sum));
        if (succession.events().isEmpty()) {
            terminal.say("No ring changed.");
        } else if (count.size() > 1 || !count.containsKey(LineageEvent.Kind.BORN)) {
            terminal.say("Since the detection before: "
                    + count.entrySet().stream()
                            .map(entry -> number(entry.getValue()) + " "
                                    + entry.getKey().name().toLowerCase(Locale.ROOT))
                            .collect(Collectors.joining(", "))
                    + ".");
        }
    }

    static String percent(double probability) {
        return probability > 0.99 && probability < 1
                ? ">99 %"
                : String.format(Locale.ROOT, "%.0f %%", probability * 100);
    }

    static String number(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    static String seconds(Map<String, ?> report) {
        return report.get("timings_ms") instanceof Map<?, ?> timings && timings.get("total") instanceof Number millis
                ? String.format(Locale.ROOT, "%.1f s", millis.doubleValue() / 1000)
                : "";
    }

    private static String reasons(Ring ring) {
        return ring.reasons().stream().limit(3).map(reason -> reason.code()).collect(Collectors.joining(" "));
    }
}
