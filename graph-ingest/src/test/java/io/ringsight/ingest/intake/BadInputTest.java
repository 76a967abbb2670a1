package io.ringsight.ingest.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ringsight.ingest.error.ErrorCode;
import io.ringsight.ingest.error.RingsightException;
import io.ringsight.ingest.progress.Progress;
import io.ringsight.ingest.record.IdentifierTypes;
import io.ringsight.ingest.source.Rejection;
import io.ringsight.ingest.source.RejectionSink;
import io.ringsight.ingest.tokenise.KeySets;
import io.ringsight.ingest.vault.Vault;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is wrong costs itself alone, and is named by line, field and reason. */
class BadInputTest {
    private static final IdentifierTypes TYPES = IdentifierTypes.builtIn();
    private static final Intake INTAKE = new Intake(TYPES, KeySets.ephemeral(TYPES), Vault.off(), 2);
    private static final String GOOD =
            "{\"account_id\":\"G%d\",\"created_at\":\"2026-03-01T10:22:31Z\",\"identifiers\":[]}";

    @TempDir
    Path folder;

    private final CollectingSink sink = new CollectingSink();
    private final List<Rejection> rejections = new ArrayList<>();

    private IntakeReport take(Path... paths) {
        return INTAKE.run(List.of(paths), sink, rejections::add, Progress.silent());
    }

    private IntakeReport takeLines(String... lines) throws IOException {
        return take(Files.writeString(folder.resolve("a.jsonl"), String.join("\n", lines)));
    }

    private List<String> places() {
        return rejections.stream()
                .map(rejection ->
                        rejection.origin().line() + " " + rejection.origin().field() + " " + rejection.scope())
                .toList();
    }

    private void fails(Path path, ErrorCode code, String part) {
        assertThatThrownBy(() -> take(path)).isInstanceOfSatisfying(RingsightException.class, e -> {
            assertThat(e.code()).isEqualTo(code);
            assertThat(e).hasMessageContaining(part);
            assertThat(e.hint()).startsWith("Maybe");
        });
    }

    private static String record(String fields) {
        return "{\"account_id\":\"A1\",\"created_at\":\"2026-03-01T10:22:31Z\",\"identifiers\":[]," + fields + "}";
    }

    private static String identifiers(String list) {
        return "{\"account_id\":\"A1\",\"created_at\":\"2026-03-01T10:22:31Z\",\"identifiers\":[" + list + "]}";
    }

    @Test
    void rejectsOnlyTheLinesThatCannotBeUsed() throws IOException {
        IntakeReport report = takeLines(
                GOOD.formatted(1),
                "{\"account_id\":\"A2\",\"created_at\":\"2026-0",
                "[1]",
                "",
                "{\"created_at\":\"2026-03-01T10:22:31Z\",\"identifiers\":[]}",
                "{\"account_id\":7,\"created_at\":\"2026-03-01T10:22:31Z\",\"identifiers\":[]}",
                "{\"account_id\":\"a\\u0000b\",\"created_at\":\"2026-03-01T10:22:31Z\",\"identifiers\":[]}",
                "{\"account_id\":\"" + "x".repeat(257) + "\",\"created_at\":\"2026-03-01\",\"identifiers\":[]}",
                "{\"account_id\":\"A8\",\"created_at\":\"2026-02-30T10:22:31Z\",\"identifiers\":[]}",
                "{\"account_id\":\"A9\",\"created_at\":1772360551,\"identifiers\":[]}",
                "{\"account_id\":\"B1\",\"created_at\":\"2026-03-01T10:22:31Z\"}",
                "{\"account_id\":\"B2\",\"created_at\":\"2026-03-01T10:22:31Z\",\"identifiers\":{}}",
                "{\"account_id\":\"B3\",\"account_id\":\"B4\",\"created_at\":\"2026-03-01T10:22:31Z\",\"identifiers\":[]}",
                GOOD.formatted(2) + " " + GOOD.formatted(3),
                record("\"x\":" + "[".repeat(5000) + "]".repeat(5000)),
                GOOD.formatted(4));
        assertThat(sink.known).containsExactlyInAnyOrder("G1", "G4");
        assertThat(places())
                .containsExactly(
                        "2  RECORD",
                        "3  RECORD",
                        "5 account_id RECORD",
                        "6 account_id RECORD",
                        "7 account_id RECORD",
                        "8 account_id RECORD",
                        "9 created_at RECORD",
                        "10 created_at RECORD",
                        "11 identifiers RECORD",
                        "12 identifiers RECORD",
                        "13 account_id RECORD",
                        "14  RECORD",
                        "15  RECORD");
        assertThat(report.rejectedRecords()).isEqualTo(13);
        assertThat(report.applications()).isEqualTo(2);
    }

    @Test
    void leavesOutAnIdentifierAndKeepsItsAccount() throws IOException {
        IntakeReport report = takeLines(identifiers("""
                {"type":"shoe_size","value":"SECRET1"},{"type":"biometric","value":"a3df"},{"type":"phone"},"SECRET2",\
                {"type":"phone","value":5},{"type":"phone","value":"1","value":"2"},\
                {"type":"email","value":"a@b.org","first_seen":"yesterday","last_seen":"2026-05-01T00:00:00Z"}"""));
        assertThat(places())
                .containsExactly(
                        "1 identifiers[2].value IDENTIFIER",
                        "1 identifiers[3] IDENTIFIER",
                        "1 identifiers[4].value IDENTIFIER",
                        "1 identifiers[5].value IDENTIFIER",
                        "1 identifiers[6].first_seen FIELD",
                        "1 identifiers[0].type IDENTIFIER",
                        "1 identifiers[1].value IDENTIFIER");
        assertThat(sink.applications.getFirst().sightings()).hasSize(2);
        assertThat(report.rejectedIdentifiers()).isEqualTo(6);
        assertThat(report.rejectedFields()).isEqualTo(1);
        assertThat(rejections.toString()).doesNotContain("SECRET");
    }

    @Test
    void leavesOutAnOptionalFieldAndKeepsItsAccount() throws IOException {
        takeLines(record("\"name\":7,\"date_of_birth\":\"12/04/1988\",\"country\":\"Narnia\",\"exposure\":-1"));
        assertThat(places())
                .containsExactly("1 name FIELD", "1 date_of_birth FIELD", "1 country FIELD", "1 exposure FIELD");
        assertThat(sink.applications).hasSize(1);
    }

    @Test
    void countsWhatItKeepsUnverified() throws IOException {
        IntakeReport report = takeLines(
                identifiers(
                        "{\"type\":\"phone\",\"value\":\"0\"},{\"type\":\"ip\",\"value\":\"10.0.0.1\"},{\"type\":\"ip\",\"value\":\"x\"}"));
        assertThat(report.unverified())
                .containsExactly(java.util.Map.entry("ip", 2L), java.util.Map.entry("phone", 1L));
        assertThat(report.rejections()).isZero();
        assertThat(sink.applications.getFirst().sightings()).hasSize(3);
    }

    @Test
    void refusesALineOfTenMegabytesByItsNumber() throws IOException {
        takeLines(GOOD.formatted(1), record("\"name\":\"" + "x".repeat(10 << 20) + "\""), GOOD.formatted(3));
        assertThat(places()).containsExactly("2  RECORD");
        assertThat(sink.known).containsExactlyInAnyOrder("G1", "G3");
    }

    @Test
    void refusesALineThatIsNotUtf8() throws IOException {
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes(GOOD.formatted(1).getBytes(StandardCharsets.UTF_8));
        bytes.writeBytes("\n{\"account_id\":\"".getBytes(StandardCharsets.UTF_8));
        bytes.writeBytes(new byte[] {(byte) 0xc3, 0x28});
        bytes.writeBytes("\",\"created_at\":\"2026-03-01\",\"identifiers\":[]}".getBytes(StandardCharsets.UTF_8));
        take(Files.write(folder.resolve("a.jsonl"), bytes.toByteArray()));
        assertThat(places()).containsExactly("2  RECORD");
    }

    @Test
    void readsPastByteOrderMarkAndCarriageReturns() throws IOException {
        takeLines("\uFEFF" + GOOD.formatted(1) + "\r", GOOD.formatted(2) + "\r", "\r");
        assertThat(sink.known).containsExactlyInAnyOrder("G1", "G2");
        assertThat(rejections).isEmpty();
    }

    @Test
    void rejectsOnlyTheCsvRowsThatCannotBeUsed() throws IOException {
        Files.writeString(folder.resolve("accounts.csv"), """
                account_id,created_at,name
                A1,2026-03-01T00:00:00Z,"Silva
                Maria"
                A2,2026-03-01T00:00:00Z,one,too many
                A3,never,x
                A5,2026-03-01T00:00:00Z,"x"y
                ,2026-03-01T00:00:00Z,x

                A6,2026-03-01T00:00:00Z,5" wide
                A7,2026-03-01T00:00:00Z,"quoted ""twice"" or so"
                A4,2026-03-01T00:00:00Z,"x
                A8,2026-03-01T00:00:00Z,x
                """);
        Files.writeString(
                folder.resolve("identifiers.csv"),
                "account_id,type,value\nA6,device,dv-1\nA6,hat,dv-1\nA3,device,dv-2\n");
        take(folder);
        assertThat(sink.known).containsExactlyInAnyOrder("A1", "A6", "A7", "A8");
        assertThat(places())
                .containsExactlyInAnyOrder(
                        "4  RECORD",
                        "5 created_at RECORD",
                        "6  RECORD",
                        "7 account_id RECORD",
                        "11  RECORD",
                        "3 type IDENTIFIER");
    }

    @Test
    void takesAnAccountTwiceAsARevision() throws IOException {
        takeLines(GOOD.formatted(1), GOOD.formatted(1), GOOD.formatted(1).replace("[]}", "[],\"country\":\"BR\"}"));
        var contents = sink.applications.stream()
                .map(application -> application.account().content())
                .toList();
        assertThat(contents.get(1)).isEqualTo(contents.get(0));
        assertThat(contents.get(2)).isNotEqualTo(contents.get(0));
    }

    @Test
    void saysWhatIsWrongWithAPath() throws IOException {
        fails(folder.resolve("none.jsonl"), ErrorCode.INPUT_UNREADABLE, "There is no");
        fails(Files.writeString(folder.resolve("empty.jsonl"), ""), ErrorCode.INPUT_UNREADABLE, "is empty");
        fails(Files.writeString(folder.resolve("empty.parquet"), ""), ErrorCode.INPUT_UNREADABLE, "is empty");
        fails(Files.writeString(folder.resolve("no.parquet"), "no"), ErrorCode.INPUT_MALFORMED, "as Parquet");
        fails(Files.writeString(folder.resolve("a.gz.jsonl.gz"), "no"), ErrorCode.INPUT_MALFORMED, "gzip");
        fails(Files.writeString(folder.resolve("a.xlsx"), "no"), ErrorCode.INPUT_UNREADABLE, "no known kind");
        fails(Files.createDirectory(folder.resolve("bare")), ErrorCode.INPUT_UNREADABLE, "has no data");
        Path half = Files.createDirectory(folder.resolve("half"));
        Files.writeString(half.resolve("accounts.csv"), "account_id,created_at\n");
        fails(half, ErrorCode.INPUT_UNREADABLE, "no identifiers.csv");
        Files.writeString(half.resolve("identifiers.csv"), "account_id,type,value\n");
        fails(half, ErrorCode.INPUT_UNREADABLE, "has a header but no row");
        Files.writeString(half.resolve("identifiers.csv"), "id;type\n1;2\n");
        fails(half, ErrorCode.INPUT_MALFORMED, "has no column account_id");
    }

    @Test
    void keepsWhatCameBeforeTheFileBreaksOff() throws IOException {
        var packed = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(packed)) {
            var random = new java.util.Random(7);
            for (int i = 0; i < 20_000; i++) {
                String line = GOOD.formatted(i)
                        .replace("[]", "[{\"type\":\"device\",\"value\":\"" + random.nextLong() + "\"}]");
                out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
            }
        }
        byte[] half = Arrays.copyOf(packed.toByteArray(), packed.size() / 2);
        fails(Files.write(folder.resolve("a.jsonl.gz"), half), ErrorCode.INPUT_MALFORMED, "breaks off");
        assertThat(sink.applications).hasSizeGreaterThan(5_000);
        assertThat(sink.applications.getFirst().account().accountId()).isEqualTo("G0");
    }

    @Test
    void givesTheSameInTheSameOrderWithAnyNumberOfThreads() throws IOException {
        var lines = new StringBuilder();
        for (int i = 0; i < 3000; i++) {
            lines.append(i % 7 == 0 ? "{broken" : GOOD.formatted(i)).append('\n');
        }
        Path file = Files.writeString(folder.resolve("many.jsonl"), lines);
        KeySets keys = KeySets.ephemeral(TYPES);
        take(file);
        var others = new ArrayList<Rejection>();
        for (int threads : new int[] {1, 8}) {
            var other = new CollectingSink();
            others.clear();
            new Intake(TYPES, keys, Vault.off(), threads).run(List.of(file), other, others::add, Progress.silent());
            assertThat(others).isEqualTo(rejections);
            assertThat(other.applications)
                    .extracting(application -> application.account().accountId())
                    .isEqualTo(sink.applications.stream()
                            .map(application -> application.account().accountId())
                            .toList());
        }
    }

    @Test
    void refusesARequestThatCannotBeUsed() {
        assertThatThrownBy(() -> INTAKE.tokenise(
                        "{\"account_id\":\"A1\"}".getBytes(StandardCharsets.UTF_8),
                        OptionalLong.empty(),
                        RejectionSink.none()))
                .isInstanceOfSatisfying(RingsightException.class, e -> {
                    assertThat(e.code()).isEqualTo(ErrorCode.INVALID_REQUEST);
                    assertThat(e).hasMessage("created_at is missing.");
                });
        var tokenised = INTAKE.tokenise(
                GOOD.formatted(1).getBytes(StandardCharsets.UTF_8), OptionalLong.of(5), RejectionSink.none());
        assertThat(tokenised.account().recordedAt()).isEqualTo(5);
    }
}
