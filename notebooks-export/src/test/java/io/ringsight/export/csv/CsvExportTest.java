package io.ringsight.export.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ringsight.detect.AccountRisk;
import io.ringsight.detect.Detection;
import io.ringsight.detect.DetectionFacts;
import io.ringsight.detect.evidence.Evidence;
import io.ringsight.detect.link.Link;
import io.ringsight.detect.ring.Reason;
import io.ringsight.detect.ring.Ring;
import io.ringsight.detect.risk.Calibration;
import io.ringsight.ingest.error.ErrorCode;
import io.ringsight.ingest.error.RingsightException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvExportTest {
    @TempDir
    Path folder;

    @Test
    void writesEveryAccountOnceWithItsRing() throws IOException {
        CsvExport.write(detection(), folder);

        assertThat(folder.resolve("accounts.csv")).hasContent("""
                account_id,ring_id,account_risk,ring_risk,reasons
                "A,1",R-1,0.900000,0.812346,SHARED_DEVICE:4.25;NEW_ACCOUNT:-0.50
                B2,R-1,0.700000,0.812346,SHARED_DEVICE:4.25
                C3,,0.030000,,
                """);
    }

    @Test
    void writesRingsAndLinks() throws IOException {
        CsvExport.write(detection(), folder);

        assertThat(folder.resolve("rings.csv")).hasContent("""
                ring_id,size,risk,first_seen,last_seen,reasons
                R-1,2,0.812346,1970-01-01T00:00:00Z,2026-03-01T10:22:31.500Z,SHARED_DEVICE:4.25
                """);
        assertThat(folder.resolve("links.csv")).hasContent("""
                account_a,account_b,probability,evidence
                "A,1",B2,0.999999,SHARED_DEVICE:5.50;SHARED_IP:0.01
                """);
    }

    @Test
    void endsLinesWithLineFeedsAlone() throws IOException {
        CsvExport.write(detection(), folder);

        assertThat(Files.readString(folder.resolve("rings.csv")))
                .doesNotContain("\r")
                .endsWith("\n");
    }

    @Test
    void writesTheSameBytesInEveryLocale() throws IOException {
        Locale usual = Locale.getDefault();
        CsvExport.write(detection(), folder.resolve("usual"));
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            CsvExport.write(detection(), folder.resolve("other"));
        } finally {
            Locale.setDefault(usual);
        }

        for (String name : List.of("accounts.csv", "rings.csv", "links.csv")) {
            assertThat(folder.resolve("other").resolve(name))
                    .hasSameBinaryContentAs(folder.resolve("usual").resolve(name));
        }
    }

    @Test
    void leavesNothingElseBehind() throws IOException {
        CsvExport.write(detection(), folder);
        CsvExport.write(detection(), folder);

        try (var files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("accounts.csv", "rings.csv", "links.csv");
        }
    }

    @Test
    void saysSoWhenTheFolderIsAFile() throws IOException {
        Path file = Files.writeString(folder.resolve("taken"), "x");

        assertThatThrownBy(() -> CsvExport.write(detection(), file))
                .isInstanceOfSatisfying(RingsightException.class, e -> {
                    assertThat(e.code()).isEqualTo(ErrorCode.OUTPUT_UNWRITABLE);
                    assertThat(e).hasMessageContaining("taken");
                });
        assertThat(file).hasContent("x");
    }

    @Test
    void keepsTheOldFileWhenWritingBreaksOff() throws IOException {
        Path file = Files.writeString(folder.resolve("rings.csv"), "good");

        assertThatThrownBy(() -> WholeFile.write(file, writer -> {
                    writer.write("half");
                    throw new IOException("No space left on device");
                }))
                .isInstanceOf(RingsightException.class);

        assertThat(file).hasContent("good");
        try (var files = Files.list(folder)) {
            assertThat(files).hasSize(1);
        }
    }

    private static Detection detection() {
        var shared = new Reason("SHARED_DEVICE", 4.25);
        return new Detection(
                List.of(
                        new AccountRisk("A,1", "R-1", 0.9, List.of(shared, new Reason("NEW_ACCOUNT", -0.5))),
                        new AccountRisk("B2", "R-1", 0.7, List.of(shared)),
                        new AccountRisk("C3", null, 0.03, List.of())),
                List.of(new Ring("R-1", List.of("A,1", "B2"), 0.8123456, 0, 1_772_360_551_500L, List.of(shared), 1)),
                List.of(new Link(
                        "A,1",
                        "B2",
                        0.999999,
                        List.of(
                                new Evidence("SHARED_DEVICE", 5.5, "device"),
                                new Evidence("SHARED_IP", 0.0051, "ip")))),
                new DetectionFacts(
                        "s",
                        "m",
                        "jvm",
                        "none",
                        "cpu",
                        Calibration.NONE,
                        false,
                        0.03,
                        List.of(),
                        0,
                        1,
                        io.ringsight.detect.evidence.PairModel.of(java.util.Collections.nCopies(15, 0.0)),
                        new LinkedHashMap<>()));
    }
}
