package io.ringsight.api.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ringsight.api.policy.Decision;
import io.ringsight.api.policy.PolicyFile;
import io.ringsight.api.policy.Ruling;
import io.ringsight.api.service.ServedState;
import io.ringsight.ingest.error.RingsightException;
import io.ringsight.ingest.record.AccountRecord;
import io.ringsight.ingest.record.AttributeValue;
import io.ringsight.ingest.record.BlockingKeys;
import io.ringsight.ingest.record.Bytes;
import io.ringsight.ingest.record.IdentifierRecord;
import io.ringsight.ingest.record.Quality;
import io.ringsight.ingest.record.SightingRecord;
import io.ringsight.ingest.record.Token;
import io.ringsight.ingest.record.TokenisedApplication;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DecisionLogTest {
    private static final Instant NOON = Instant.parse("2026-11-28T12:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOON, ZoneOffset.UTC);

    @TempDir
    Path data;

    private Path folder() {
        return data.resolve("decisions");
    }

    @Test
    void whatWasWrittenIsReadBackEqual() {
        LoggedCheck one = check(NOON, "{\"probability\":0.1}");
        LoggedCheck other = check(NOON.plus(Duration.ofDays(1)), "{\"a\":\"\\u20ac\\n\"}");
        write(one, other);
        var files = new DecisionFiles(folder());
        assertThat(files.find(one.checkId())).contains(one);
        assertThat(files.find(other.checkId())).contains(other);
        assertThat(files.find(CheckIds.next(NOON.toEpochMilli()))).isEmpty();
        assertThat(folder())
                .isDirectoryContaining("glob:**/2026-11-28.jsonl")
                .isDirectoryContaining("glob:**/2026-11-29.jsonl");
    }

    @Test
    void onlyTheOwnerMayReadIt() throws IOException {
        write(check(NOON, "{}"));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder())))
                .isEqualTo("rwx------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(today())))
                .isEqualTo("rw-------");
    }

    @Test
    void aLineThatWasCutOffIsSkippedAndCountedAndSpoilsNoOther() throws IOException {
        write(check(NOON, "{}"));
        LoggedCheck lost = check(NOON, "{}");
        String line = LoggedCheckJson.line(lost);
        Files.writeString(today(), line.substring(0, line.length() / 2), StandardOpenOption.APPEND);
        LoggedCheck after = check(NOON, "{}");
        write(after);
        List<LoggedCheck> read = new ArrayList<>();
        assertThat(new DecisionFiles(folder()).read(read::add)).isEqualTo(1);
        assertThat(read).hasSize(2).contains(after);
        assertThat(new DecisionFiles(folder()).find(lost.checkId())).isEmpty();
    }

    @Test
    void filesAreDeletedWhenTheirTimeIsOver() throws IOException {
        Files.createDirectories(folder());
        for (String day : List.of("2026-10-28", "2026-10-29", "2026-11-27")) {
            Files.writeString(folder().resolve(day + ".jsonl"), "");
        }
        Files.writeString(folder().resolve("notes.txt"), "");
        write(check(NOON, "{}"));
        try (var files = Files.list(folder())) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("2026-10-29.jsonl", "2026-11-27.jsonl", "2026-11-28.jsonl", "notes.txt");
        }
    }

    @Test
    void aFullQueueDropsAndCountsAndNeverWaits() {
        DecisionLog log = DecisionLog.of(folder(), 30, CLOCK, 2);
        for (int i = 0; i < 5; i++) {
            log.offer(() -> check(NOON, "{}"));
        }
        assertThat(log.dropped()).isEqualTo(3);
        log.start();
        log.close();
        assertThat(log.recorded()).isEqualTo(2);
        log.offer(() -> check(NOON, "{}"));
        assertThat(log.dropped()).isEqualTo(4);
    }

    @Test
    void aDiskThatFailsIsCountedAndTheLogGoesOn() throws IOException {
        Files.createDirectories(today());
        DecisionLog log = DecisionLog.of(folder(), 30, CLOCK, 10);
        log.offer(() -> check(NOON, "{}"));
        log.start();
        log.close();
        assertThat(log.dropped()).isEqualTo(1);
        assertThat(log.recorded()).isZero();
    }

    @Test
    void idsBeginWithTheTimeAndNothingElseIsOne() {
        String id = CheckIds.next(NOON.toEpochMilli());
        assertThat(CheckIds.time(id)).isEqualTo(NOON.toEpochMilli());
        assertThat(id.charAt(14)).isEqualTo('7');
        assertThat(CheckIds.next(NOON.toEpochMilli() + 1)).isGreaterThan(id);
        for (String wrong : List.of("", "x", "../../etc/passwd", "00000000-0000-4000-8000-000000000000")) {
            assertThatThrownBy(() -> CheckIds.time(wrong)).isInstanceOf(RingsightException.class);
        }
    }

    @Test
    void policiesAreKeptAsTheyWere() throws IOException {
        var archive = new PolicyArchive(data.resolve("policies"));
        PolicyFile policy = PolicyFile.builtIn();
        archive.keep(policy);
        archive.keep(policy);
        assertThat(archive.read(policy.hash())).contains(policy);
        assertThat(archive.read("0".repeat(64))).isEmpty();
        Path file = data.resolve("policies").resolve(policy.hash() + ".yaml");
        Files.writeString(file, Files.readString(file).replace("0.9", "0.8"));
        assertThat(archive.read(policy.hash())).isEmpty();
    }

    @Test
    void howLongItIsKeptIsConfigured() throws IOException {
        Path file = data.resolve("c.yaml");
        assertThat(DecisionLogSettings.read(Optional.empty()).retentionDays()).isEqualTo(90);
        assertThat(DecisionLogSettings.read(Optional.of(Files.writeString(file, "vault: on\n")))
                        .retentionDays())
                .isEqualTo(90);
        assertThat(DecisionLogSettings.read(Optional.of(Files.writeString(file, "decision-log: {retention-days: 7}\n")))
                        .retentionDays())
                .isEqualTo(7);
        Files.writeString(file, "decision-log: {retention-days: 0}\n");
        assertThatThrownBy(() -> DecisionLogSettings.read(Optional.of(file)))
                .hasMessageStartingWith("decision-log.retention-days in ")
                .hasMessageEndingWith("is '0'.");
    }

    private Path today() {
        return folder().resolve("2026-11-28.jsonl");
    }

    private void write(LoggedCheck... checks) {
        DecisionLog log = DecisionLog.of(folder(), 30, CLOCK, 10);
        for (LoggedCheck check : checks) {
            log.offer(() -> check);
        }
        log.start();
        log.close();
        assertThat(log.recorded()).isEqualTo(checks.length);
        assertThat(log.dropped()).isZero();
    }

    private static LoggedCheck check(Instant at, String answer) {
        var account = new AccountRecord(
                "A1",
                1,
                2,
                Optional.of(new AttributeValue(new Token(1, 2), Optional.of(new Bytes(new byte[] {1, -1})))),
                Optional.empty(),
                Optional.of(new AttributeValue(new Token(-3, 4))),
                Optional.of("GB"),
                OptionalDouble.of(0.1),
                new Token(5, 6),
                Optional.empty());
        var identifier = new IdentifierRecord(
                "phone",
                new Token(7, -8),
                Quality.UNVERIFIED,
                true,
                Optional.of(new Bytes(new byte[32])),
                new BlockingKeys(Long.MIN_VALUE, Long.MAX_VALUE),
                Optional.empty());
        return new LoggedCheck(
                CheckIds.next(at.toEpochMilli()),
                at.toEpochMilli(),
                "1.0",
                new ServedState(1, 2, 3, 4, Optional.empty()),
                new io.ringsight.api.service.ServedHealth(1_234, false, true),
                "empty",
                "rules-3",
                "v1",
                "0".repeat(64),
                1,
                new TokenisedApplication(account, List.of(new SightingRecord("A1", identifier, 3, 4))),
                List.of(new LoggedCheck.Left("phone", "is too short")),
                new Ruling(Decision.ALLOW, Decision.DENY, true, false, List.of("r")),
                answer);
    }
}
