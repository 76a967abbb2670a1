package io.ringsight.ingest.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringsight.ingest.record.AccountRecord;
import io.ringsight.ingest.record.IdentifierRecord;
import io.ringsight.ingest.record.IdentifierTypes;
import io.ringsight.ingest.record.SightingRecord;
import io.ringsight.ingest.record.TokenisedApplication;
import io.ringsight.ingest.source.RejectionSink;
import io.ringsight.ingest.tokenise.KeySets;
import io.ringsight.ingest.vault.Vault;
import java.nio.charset.StandardCharsets;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class RetokeniserTest {
    private static final IdentifierTypes TYPES = IdentifierTypes.builtIn();
    private static final String JSON = """
            {"account_id":"A1","created_at":"2026-03-01T10:22:31Z","name":"Maria Silva","date_of_birth":"1988-04-12",
             "country":"BR","identifiers":[{"type":"phone","value":"11 98765-4321"},{"type":"phone","value":"x"},
             {"type":"document","value":"passport:BR:FX123456"},{"type":"biometric","value":"%s"}]}
            """.formatted("a3df".repeat(16));

    private static TokenisedApplication tokenise(KeySets keys) {
        return new Intake(TYPES, keys, Vault.on(keys))
                .tokenise(JSON.getBytes(StandardCharsets.UTF_8), OptionalLong.empty(), RejectionSink.none());
    }

    @Test
    void makesOutOfTheVaultWhatIngestingAgainWouldMake() {
        KeySets old = KeySets.ephemeral(TYPES);
        KeySets rotated = old.rotate();
        TokenisedApplication before = tokenise(old);
        TokenisedApplication wanted = tokenise(rotated);
        var retokeniser = new Retokeniser(TYPES, rotated, Vault.on(rotated));

        assertThat(plain(retokeniser.account(before.account()))).isEqualTo(plain(wanted.account()));
        assertThat(before.sightings()).hasSize(4);
        for (int i = 0; i < 4; i++) {
            SightingRecord sighting = before.sightings().get(i);
            IdentifierRecord identifier = sighting.identifier();
            IdentifierRecord again = retokeniser.identifier(
                    identifier.type(),
                    identifier.token(),
                    identifier.sealedValue().orElseThrow());
            IdentifierRecord expected = wanted.sightings().get(i).identifier();
            assertThat(plain(again)).isEqualTo(plain(expected)).isNotEqualTo(plain(identifier));
        }
    }

    private static AccountRecord plain(AccountRecord account) {
        return new AccountRecord(
                account.accountId(),
                account.createdAt(),
                account.recordedAt(),
                account.givenName(),
                account.surname(),
                account.birthDate(),
                account.country(),
                account.exposure(),
                account.content(),
                java.util.Optional.empty());
    }

    private static IdentifierRecord plain(IdentifierRecord identifier) {
        return new IdentifierRecord(
                identifier.type(),
                identifier.token(),
                identifier.quality(),
                identifier.placeholder(),
                identifier.signature(),
                identifier.blockingKeys(),
                java.util.Optional.empty());
    }
}
