package io.ringsight.export.csv;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.ringsight.detect.AccountRisk;
import io.ringsight.detect.Detection;
import io.ringsight.detect.link.Link;
import io.ringsight.detect.ring.Ring;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * A whole detection as {@code accounts.csv}, {@code rings.csv} and {@code links.csv}: RFC 4180, UTF-8, LF, probabilities
 * with six decimals, bits with two, rows in the detection's order, which is by id. Equal detections give equal bytes.
 */
public final class CsvExport {
    private CsvExport() {}

    /** Writes the three files, each whole or not at all. */
    public static void write(Detection detection, Path folder) {
        WholeFile.createFolder(folder);
        WholeFile.write(folder.resolve("accounts.csv"), writer -> accounts(detection, writer));
        WholeFile.write(folder.resolve("rings.csv"), writer -> rings(detection, writer));
        WholeFile.write(folder.resolve("links.csv"), writer -> links(detection, writer));
    }

    private static void accounts(Detection detection, Writer writer) throws IOException {
        Map<String, String> ringRisks = new HashMap<>();
        for (Ring ring : detection.rings()) {
            ringRisks.put(ring.ringId(), Figures.probability(ring.risk()));
        }
        try (CsvWriter csv = csv(writer)) {
            csv.writeRecord("account_id", "ring_id", "account_risk", "ring_risk", "reasons");
            for (AccountRisk account : detection.accounts()) {
                String ring = account.ringId() == null ? "" : account.ringId();
                csv.writeRecord(
                        account.accountId(),
                        ring,
                        Figures.probability(account.risk()),
                        ringRisks.getOrDefault(ring, ""),
                        Figures.reasons(account.reasons()));
            }
        }
    }

    private static void rings(Detection detection, Writer writer) throws IOException {
        try (CsvWriter csv = csv(writer)) {
            csv.writeRecord("ring_id", "size", "risk", "first_seen", "last_seen", "reasons");
            for (Ring ring : detection.rings()) {
                csv.writeRecord(
                        ring.ringId(),
                        Integer.toString(ring.size()),
                        Figures.probability(ring.risk()),
                        Figures.time(ring.firstSeen()),
                        Figures.time(ring.lastSeen()),
                        Figures.reasons(ring.reasons()));
            }
        }
    }

    private static void links(Detection detection, Writer writer) throws IOException {
        try (CsvWriter csv = csv(writer)) {
            csv.writeRecord("account_a", "account_b", "probability", "evidence");
            for (Link link : detection.links()) {
                csv.writeRecord(
                        link.accountA(),
                        link.accountB(),
                        Figures.probability(link.probability()),
                        Figures.evidence(link));
            }
        }
    }

    private static CsvWriter csv(Writer writer) {
        return CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(writer);
    }
}
