package io.ringsight.ingest.neo4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.ringsight.ingest.error.ErrorCode;
import io.ringsight.ingest.error.RingsightException;
import io.ringsight.ingest.intake.Intake;
import io.ringsight.ingest.progress.Progress;
import io.ringsight.ingest.record.IdentifierTypes;
import io.ringsight.ingest.record.Token;
import io.ringsight.ingest.record.TokenisedApplication;
import io.ringsight.ingest.snapshot.IdentityGraph;
import io.ringsight.ingest.snapshot.IdentityGraphBuilder;
import io.ringsight.ingest.store.SharedLocalStore;
import io.ringsight.ingest.tokenise.KeySets;
import io.ringsight.ingest.vault.Vault;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreRetokeniseIT {
    private static final IdentifierTypes TYPES = IdentifierTypes.builtIn();

    @Test
    void makesTheTokensThatAFreshIngestUnderTheNewKeysMakes(@TempDir Path folder) {
        KeySets keys = KeySets.openOrCreate(folder, TYPES);
        try (var store = Store.connect(SharedLocalStore.empty())) {
            ingest(store, keys, Vault.on(keys), 1);
            ingest(store, keys, Vault.on(keys), 2);
            Set<Token> old = tokens(snapshot(store));

            KeySets changed = new StoreRetokenise(store, TYPES, Progress.silent()).run(keys);

            var builder = new IdentityGraphBuilder(TYPES);
            applications(changed, Vault.on(changed), 1).forEach(builder::application);
            applications(changed, Vault.on(changed), 2).forEach(builder::application);
            IdentityGraph expected = builder.build();
            assertThat(changed.version()).isEqualTo(keys.version() + 1);
            assertThat(snapshot(store).sameAs(expected)).isTrue();
            assertThat(expected.blockingKeyCount()).isPositive();
            assertThat(expected.signatures(TYPES.ordinal("document")).size()).isEqualTo(20);
            assertThat(tokens(snapshot(store))).doesNotContainAnyElementsOf(old);

            ingest(store, changed, Vault.on(changed), 2);
            assertThat(snapshot(store).sameAs(expected)).as("known content").isTrue();
        }
    }

    @Test
    void refusesWhenTheVaultIsOff(@TempDir Path folder) {
        KeySets keys = KeySets.openOrCreate(folder, TYPES);
        try (var store = Store.connect(SharedLocalStore.empty())) {
            ingest(store, keys, Vault.off(), 1);

            assertThatExceptionOfType(RingsightException.class)
                    .isThrownBy(() -> new StoreRetokenise(store, TYPES, Progress.silent()).run(keys))
                    .withMessageContaining("have no sealed value")
                    .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.KEYS));
            assertThat(KeySets.open(folder, TYPES).version()).isEqualTo(keys.version());
            StoreMeta.bindKeys(store, keys.fingerprint());
        }
    }

    private static void ingest(Store store, KeySets keys, Vault vault, int version) {
        StoreMeta.bindKeys(store, keys.fingerprint());
        try (var writer = new GraphWriter(store, keys.version())) {
            applications(keys, vault, version).forEach(writer::application);
        }
    }

    private static List<TokenisedApplication> applications(KeySets keys, Vault vault, int version) {
        var intake = new Intake(TYPES, keys, vault);
        return IntStream.range(0, 40)
                .mapToObj(number -> intake.tokenise(
                        json(number, version).getBytes(StandardCharsets.UTF_8), OptionalLong.empty(), rejection -> {}))
                .toList();
    }

    private static String json(int number, int version) {
        return """
                {"account_id":"A%d","created_at":"2026-03-01T10:22:31Z","name":"Maria Silva %d","date_of_birth":"1988-04-12",
                 "exposure":%d,"identifiers":[{"type":"device","value":"dv-%d"},{"type":"email","value":"m%d@example.org"},
                 {"type":"document","value":"passport:BR:FX%06d"},{"type":"phone","value":"none"},
                 {"type":"biometric","value":"%s"}]}
                """.formatted(
                        number,
                        version,
                        version,
                        number % 5,
                        number % 7,
                        number / 2 * 3,
                        "%04x".formatted(0x5a00 | number).repeat(16));
    }

    private static Set<Token> tokens(IdentityGraph graph) {
        var tokens = new HashSet<Token>();
        for (int identifier = 0; identifier < graph.identifierCount(); identifier++) {
            tokens.add(graph.token(identifier));
        }
        return tokens;
    }

    private static IdentityGraph snapshot(Store store) {
        return SnapshotReader.read(store, TYPES, Progress.silent()).graph();
    }
}
