package io.ringsight.api.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;

/**
 * Ten rings of four accounts that share a device and a document, sixty accounts that share nothing, six couples of one address:
 * enough to score, quick to make. A ring begins every second week, and the labels of rings 0 to 2 are known ten weeks after the start.
 */
public final class SmallPopulation {
    public static final String TRAINED = "2026-03-12";
    private static final LocalDate START = LocalDate.parse("2026-01-01");

    private SmallPopulation() {}

    public static Path write(Path folder) throws IOException {
        Files.createDirectories(folder);
        var applications = new StringBuilder();
        var truth = new StringBuilder("account_id,label,ring_id,pattern\n");
        var labels = new StringBuilder("account_id,label,labelled_at\n");
        for (int ring = 0; ring < 10; ring++) {
            for (int member = 0; member < 4; member++) {
                String id = "f" + ring + "-" + member;
                application(
                        applications,
                        id,
                        ring * 14 + member,
                        "device",
                        "ring-device-" + ring,
                        "document",
                        "ring-document-" + ring);
                truth.append(id).append(",fraud,r").append(ring).append(",device_farm\n");
                if (member < 2) {
                    LocalDate known = START.plusDays(ring < 3 ? 70 : 120);
                    labels.append(id).append(",fraud,").append(known).append("\n");
                }
            }
        }
        for (int i = 0; i < 60; i++) {
            String id = "h" + i;
            application(applications, id, i * 2, "device", "own-device-" + i, "phone", "+4479460" + (10_000 + i));
            truth.append(id).append(",legit,,\n");
            if (i % 6 == 0) {
                labels.append(id).append(",legit,").append(START.plusDays(65)).append("\n");
            }
        }
        for (int i = 0; i < 12; i++) {
            String id = "c" + i;
            application(
                    applications, id, i * 10, "address", i / 2 + " Long Lane, Leeds", "device", "couple-device-" + i);
            truth.append(id).append(",legit,,household\n");
        }
        Files.writeString(folder.resolve("applications.jsonl"), applications);
        Files.writeString(folder.resolve("truth.csv"), truth);
        Files.writeString(folder.resolve("labels.csv"), labels);
        return folder;
    }

    private static void application(
            StringBuilder out, String id, int day, String type, String value, String other, String otherValue) {
        out.append("""
                {"account_id":"%s","created_at":"%s","identifiers":[\
                {"type":"%s","value":"%s"},{"type":"%s","value":"%s"}]}
                """.formatted(id, START.plusDays(day), type, value, other, otherValue));
    }
}
