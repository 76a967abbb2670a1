package io.ringsight.ingest.tokenise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ringsight.ingest.error.ErrorCode;
import io.ringsight.ingest.error.RingsightException;
import io.ringsight.ingest.record.IdentifierKind;
import io.ringsight.ingest.record.IdentifierType;
import io.ringsight.ingest.record.IdentifierTypes;
import io.ringsight.ingest.record.Token;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeySetsTest {
    private static final IdentifierTypes TYPES = IdentifierTypes.builtIn();

    @TempDir
    Path parent;

    private Path folder;

    @BeforeEach
    void nameTheFolder() {
        folder = parent.resolve("data").resolve("keys");
    }

    private static Token token(KeySets keys) {
        return new Tokens(TYPES, keys).token("device", "dv-1");
    }

    private static void refuses(ThrowingCallable opening, String part) {
        assertThatThrownBy(opening).isInstanceOfSatisfying(RingsightException.class, e -> {
            assertThat(e.code()).isEqualTo(ErrorCode.KEYS);
            assertThat(e).hasMessageContaining(part);
            assertThat(e.hint()).startsWith("Maybe");
        });
    }

    @Test
    void makesKeySetsOnFirstUseAndFindsThemAgain() {
        KeySets first = KeySets.openOrCreate(folder, TYPES);
        KeySets again = KeySets.openOrCreate(folder, TYPES);
        assertThat(again.fingerprint()).isEqualTo(first.fingerprint()).matches("[0-9a-f]{32}");
        assertThat(token(again)).isEqualTo(token(first));
        assertThat(token(KeySets.open(folder, TYPES))).isEqualTo(token(first));
        assertThat(first.version()).isEqualTo(1);
    }

    @Test
    void placesAreEvenAndOutlastRotation() {
        KeySets keys = KeySets.openOrCreate(folder, TYPES);
        int low = 0;
        for (int i = 0; i < 10_000; i++) {
            double place = keys.place("hold-out", "A" + i);
            assertThat(place).isGreaterThanOrEqualTo(0).isLessThan(1);
            low += place < 0.1 ? 1 : 0;
        }
        assertThat(low).isBetween(850, 1_150);
        assertThat(keys.rotate().place("hold-out", "A1")).isEqualTo(keys.place("hold-out", "A1"));
        assertThat(keys.place("another", "A1")).isNotEqualTo(keys.place("hold-out", "A1"));
        assertThat(KeySets.ephemeral(TYPES).place("hold-out", "A1")).isNotEqualTo(keys.place("hold-out", "A1"));
    }

    @Test
    void keepsKeysFromEverybodyButTheOwner() throws IOException {
        KeySets.openOrCreate(folder, TYPES);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
                .isEqualTo("rwx------");
        try (var files = Files.list(folder)) {
            assertThat(files)
                    .isNotEmpty()
                    .allSatisfy(file -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                            .isEqualTo("rw-------"));
        }
    }

    @Test
    void refusesAFileThatOthersMayRead() throws IOException {
        KeySets.openOrCreate(folder, TYPES);
        Files.setPosixFilePermissions(folder.resolve("keysets.json"), PosixFilePermissions.fromString("rw-r-----"));
        refuses(() -> KeySets.open(folder, TYPES), "by others");
    }

    @Test
    void saysWhenThereIsNoKeySet() {
        refuses(() -> KeySets.open(folder, TYPES), "no key set");
        assertThat(folder).doesNotExist();
    }

    @Test
    void saysWhenTheFileIsDamagedAndNeverReplacesIt() throws IOException {
        KeySets.openOrCreate(folder, TYPES);
        Path file = folder.resolve("keysets.json");
        String good = Files.readString(file);
        for (String bad :
                List.of("", "{", good.substring(0, good.length() / 2), good.replaceFirst("device", "dev1ce"))) {
            Files.writeString(file, bad);
            refuses(() -> KeySets.openOrCreate(folder, TYPES), "keysets.json");
            assertThat(file).hasContent(bad);
        }
    }

    @Test
    void tellsInstallationsApart() {
        KeySets one = KeySets.openOrCreate(folder, TYPES);
        KeySets other = KeySets.openOrCreate(parent.resolve("other"), TYPES);
        assertThat(one.fingerprint()).isNotEqualTo(other.fingerprint());
        assertThat(KeySets.ephemeral(TYPES).fingerprint())
                .isNotEqualTo(KeySets.ephemeral(TYPES).fingerprint());
    }

    @Test
    void givesNewTypesAKeySetWithoutTouchingTheOthers() {
        KeySets before = KeySets.openOrCreate(folder, TYPES);
        var more = TYPES.with(List.of(new IdentifierType("badge", IdentifierKind.EXACT)));
        KeySets after = KeySets.open(folder, more);
        assertThat(token(after)).isEqualTo(token(before));
        assertThat(new Tokens(more, after).token("badge", "1"))
                .isEqualTo(new Tokens(more, KeySets.open(folder, more)).token("badge", "1"));
        assertThat(after.fingerprint()).isEqualTo(before.fingerprint());
    }

    @Test
    void rotatesToNewTokensOfTheSameInstallation() {
        KeySets before = KeySets.openOrCreate(folder, TYPES);
        KeySets after = before.rotate();
        assertThat(after.version()).isEqualTo(2);
        assertThat(after.fingerprint()).isEqualTo(before.fingerprint());
        assertThat(token(after)).isNotEqualTo(token(before));
        assertThat(token(KeySets.open(folder, TYPES))).isEqualTo(token(after));
        assertThat(token(after.retireOlder())).isEqualTo(token(after));
        assertThat(KeySets.open(folder, TYPES).version()).isEqualTo(2);
        refuses(before::rotate, "another process");
    }

    @Test
    void makesOneKeySetWhenManyOpenAtOnce() {
        List<String> fingerprints = IntStream.range(0, 8)
                .parallel()
                .mapToObj(_ -> KeySets.openOrCreate(folder, TYPES).fingerprint())
                .distinct()
                .toList();
        assertThat(fingerprints).hasSize(1);
    }

    @Test
    void saysWhenTheFolderCannotBeMade() throws IOException {
        Path file = Files.writeString(parent.resolve("file"), "");
        refuses(() -> KeySets.openOrCreate(file.resolve("keys"), TYPES), "cannot be read or written");
    }

    @Test
    void neverPrintsAKey() throws IOException {
        KeySets keys = KeySets.openOrCreate(folder, TYPES);
        assertThat(keys.toString()).hasSizeLessThan(60);
        assertThat(Files.readString(folder.resolve("keysets.json"))).doesNotContain(keys.fingerprint());
    }
}
