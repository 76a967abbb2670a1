package io.ringsight.ingest.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringsight.ingest.error.RingsightException;
import io.ringsight.ingest.progress.Progress;
import io.ringsight.ingest.record.IdentifierType;
import io.ringsight.ingest.record.IdentifierTypes;
import io.ringsight.ingest.record.SightingRecord;
import io.ringsight.ingest.record.TokenisedApplication;
import io.ringsight.ingest.record.TokenisedSink;
import io.ringsight.ingest.source.LabelReader;
import io.ringsight.ingest.source.RejectionFile;
import io.ringsight.ingest.source.RejectionSink;
import io.ringsight.ingest.tokenise.KeySets;
import io.ringsight.ingest.vault.Vault;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A marker stands wherever a value can stand, good or bad; it may come out nowhere: not in rejections, not in messages,
 * their causes or stack traces, not on the console, not in the text of what is handed on.
 */
class RawValuesStayInsideTest {
    private static final String MARKER = "qzxmarkerqzx";
    private static final IdentifierTypes TYPES = IdentifierTypes.builtIn();

    @TempDir
    Path folder;

    private final StringWriter seen = new StringWriter();

    @Test
    void ofJsonLines() throws IOException {
        List<String> lines = new ArrayList<>();
        for (IdentifierType type : TYPES.all()) {
            for (String value : values()) {
                lines.add(application(identifier(type.name(), value)));
            }
        }
        lines.add(application(identifier(MARKER, "1")));
        lines.add(application("{\"type\":\"device\",\"" + MARKER + "\":[{}],\"value\":7}"));
        lines.add(application("{\"type\":\"device\",\"value\":\"" + MARKER + "\",\"value\":\"" + MARKER + "\"}"));
        lines.add(application("{\"type\":\"device\",\"value\":\"" + MARKER + "\",\"first_seen\":\"" + MARKER + "\"}"));
        lines.add(application("\"" + MARKER + "\""));
        lines.add(application("{\"type\":\"device\",\"value\":\"" + MARKER));
        lines.add(application("{\"type\":\"device\",\"value\":\"" + MARKER + "\"") + MARKER);
        lines.add("{\"account_id\":\"a\",\"created_at\":\"" + MARKER + "\",\"identifiers\":[]}");
        lines.add("{\"account_id\":{\"x\":\"" + MARKER + "\"},\"created_at\":\"2026-01-01\",\"identifiers\":[]}");
        lines.add("{\"account_id\":\"a\",\"created_at\":\"2026-01-01\",\"identifiers\":\"" + MARKER + "\"}");
        lines.add(MARKER);
        lines.add("\"" + MARKER);
        lines.add("[".repeat(2_000) + MARKER);
        for (String field : List.of("name", "date_of_birth", "country", "exposure", MARKER)) {
            for (String value : List.of(MARKER, MARKER + " van " + MARKER, MARKER + "a".repeat(5_000))) {
                lines.add("{\"account_id\":\"a\",\"created_at\":\"2026-01-01\",\"identifiers\":[],\"" + field + "\":\""
                        + value + "\"}");
                lines.add("{\"account_id\":\"a\",\"created_at\":\"2026-01-01\",\"identifiers\":[],\"" + field + "\":"
                        + value + "}");
            }
        }
        lines.add("{\"account_id\":\"a\",\"name\":\"" + MARKER.repeat(100_000) + "\"}");
        Path file = Files.write(folder.resolve("applications.jsonl"), lines);
        takeIn(file);
        lines.forEach(line -> takeInOne(line.getBytes(StandardCharsets.UTF_8)));
        assertThat(seen.toString()).contains("is not valid JSON").doesNotContainIgnoringCase(MARKER);
    }

    @Test
    void ofAFileThatBreaksOff() throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            for (int i = 0; i < 1_000; i++) {
                gzip.write((application(identifier("device", MARKER + i)) + "\n").getBytes(StandardCharsets.UTF_8));
            }
        }
        byte[] whole = packed.toByteArray();
        Path file = folder.resolve("applications.jsonl.gz");
        Files.write(file, Arrays.copyOf(whole, whole.length / 2));
        takeIn(file);
        assertThat(seen.toString()).contains("breaks off").doesNotContainIgnoringCase(MARKER);
    }

    @Test
    void ofCsv() throws IOException {
        Files.writeString(folder.resolve("accounts.csv"), """
                account_id,created_at,name,date_of_birth,country,exposure
                a,2026-01-01,%1$s,%1$s,%1$s,%1$s
                b,%1$s,%1$s,,,
                c,2026-01-01,"%1$s
                d,2026-01-01,%1$s,%1$s
                e,2026-01-01,,,,1
                """.formatted(MARKER));
        Files.writeString(folder.resolve("identifiers.csv"), """
                account_id,type,value,first_seen,last_seen
                e,%1$s,%1$s,,
                e,device,%1$s,%1$s,%1$s
                e,biometric,%1$s,,
                e,device,"%1$s,,
                e,device,%1$s,,,,,
                unknown,device,%1$s,2026-01-01,
                unknown,device,%1$s,,
                """.formatted(MARKER));
        takeIn(folder);
        assertThat(seen.toString()).contains("is not a configured").doesNotContainIgnoringCase(MARKER);
    }

    @Test
    void ofAHeaderThatIsNone() throws IOException {
        Path file = folder.resolve("identifiers.csv");
        Files.writeString(file, MARKER + "," + MARKER + "\n" + MARKER + ",x\n");
        takeIn(file);
        assertThat(seen.toString()).contains("has no column").doesNotContainIgnoringCase(MARKER);
    }

    @Test
    void ofLabels() throws IOException {
        Path file = folder.resolve("labels.csv");
        Files.writeString(file, """
                account_id,label,labelled_at,%1$s
                a,%1$s,2026-01-01,
                a,fraud,%1$s,%1$s
                a,"%1$s,,
                a,fraud,2026-01-01,%1$s
                """.formatted(MARKER));
        seen.append(LabelReader.read(file, rejection -> seen.append(rejection.toString()))
                .toString());
        assertThat(seen.toString()).contains("is neither fraud nor legit").doesNotContainIgnoringCase(MARKER);
    }

    @Test
    void ofParquet() throws Exception {
        Path file = folder.resolve("applications.parquet");
        try (var connection = DriverManager.getConnection("jdbc:duckdb:");
                var statement = connection.createStatement()) {
            statement.execute("COPY (SELECT 'a' AS account_id, '" + MARKER + "' AS created_at, '" + MARKER
                    + "' AS name, '{\"" + MARKER + "' AS identifiers UNION ALL SELECT 'b', '2026-01-01', '" + MARKER
                    + "', '[{\"type\":\"" + MARKER + "\",\"value\":\"" + MARKER + "\"}]') TO '" + file
                    + "' (FORMAT parquet)");
        }
        takeIn(file);
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(whole, whole.length - 20));
        takeIn(file);
        assertThat(seen.toString()).contains("cannot be read as Parquet").doesNotContainIgnoringCase(MARKER);
    }

    private static List<String> values() {
        return List.of(
                MARKER,
                MARKER + "@" + MARKER,
                MARKER + "@" + MARKER + ".com",
                MARKER + ":" + MARKER + ":" + MARKER,
                "passport:" + MARKER,
                "iban:" + MARKER,
                "+" + MARKER,
                MARKER + "\\u0000" + MARKER,
                MARKER + "\\ud800",
                "\\u0661\\u0662" + MARKER,
                "0x" + MARKER,
                "bc1" + MARKER,
                "::" + MARKER,
                MARKER.repeat(400));
    }

    private static String application(String identifier) {
        return "{\"account_id\":\"a\",\"created_at\":\"2026-01-01T00:00:00Z\",\"name\":\"" + MARKER + " " + MARKER
                + "\",\"identifiers\":[" + identifier + "]}";
    }

    private static String identifier(String type, String value) {
        return "{\"type\":\"" + type + "\",\"value\":\"" + value + "\"}";
    }

    private void takeIn(Path input) throws IOException {
        Path rejected = folder.resolve("rejected.out");
        PrintStream out = System.out;
        PrintStream err = System.err;
        var console = new ByteArrayOutputStream();
        System.setOut(new PrintStream(console, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(console, true, StandardCharsets.UTF_8));
        try (var rejections = new RejectionFile(rejected)) {
            IntakeReport report = intake().run(List.of(input), new Recording(), rejections, Progress.silent());
            seen.append(report.toString());
        } catch (RingsightException e) {
            told(e);
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
        seen.append(console.toString(StandardCharsets.UTF_8)).append(Files.readString(rejected));
    }

    private void takeInOne(byte[] json) {
        RejectionSink rejections = rejection -> seen.append(rejection.toString());
        try {
            seen.append(intake().tokenise(json, OptionalLong.of(1), rejections).toString());
        } catch (RingsightException e) {
            told(e);
        }
    }

    private void told(RingsightException e) {
        seen.append(e.hint());
        e.printStackTrace(new PrintWriter(seen));
    }

    private static Intake intake() {
        KeySets keys = KeySets.ephemeral(TYPES);
        return new Intake(TYPES, keys, Vault.on(keys));
    }

    /** Writes down what is handed on. */
    private final class Recording implements TokenisedSink {
        @Override
        public void application(TokenisedApplication application) {
            seen.append(application.toString());
        }

        @Override
        public boolean knows(String accountId) {
            return accountId.equals("a");
        }

        @Override
        public void sightings(List<SightingRecord> sightings) {
            seen.append(sightings.toString());
        }
    }
}
