package io.ringsight.ingest.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ringsight.ingest.error.ErrorCode;
import io.ringsight.ingest.error.RingsightException;
import io.ringsight.ingest.record.Bytes;
import io.ringsight.ingest.record.IdentifierTypes;
import io.ringsight.ingest.record.Token;
import io.ringsight.ingest.tokenise.KeySets;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class VaultTest {
    private static final IdentifierTypes TYPES = IdentifierTypes.builtIn();
    private static final Token TOKEN = new Token(1, 2);
    private final KeySets keys = KeySets.ephemeral(TYPES);
    private final Vault vault = Vault.on(keys);

    private static void refuses(Vault vault, String type, Token token, Bytes sealedValue) {
        assertThatThrownBy(() -> vault.open(type, token, sealedValue))
                .isInstanceOfSatisfying(RingsightException.class, e -> {
                    assertThat(e.code()).isEqualTo(ErrorCode.KEYS);
                    assertThat(e.getMessage()).doesNotContain("dv-1");
                });
    }

    @Test
    void opensWhatItSealedWhereItWasPut() {
        Bytes sealedValue = vault.seal("device", TOKEN, "dv-1 ü").orElseThrow();
        assertThat(vault.open("device", TOKEN, sealedValue)).isEqualTo("dv-1 ü");
        assertThat(new String(sealedValue.array(), StandardCharsets.ISO_8859_1)).doesNotContain("dv-1");
        refuses(vault, "device", new Token(1, 3), sealedValue);
        refuses(vault, "phone", TOKEN, sealedValue);
        refuses(Vault.on(KeySets.ephemeral(TYPES)), "device", TOKEN, sealedValue);
    }

    @Test
    void opensOldValuesAfterARotationUntilTheOldKeyIsRetired() {
        Bytes sealedValue = vault.seal("device", TOKEN, "dv-1").orElseThrow();
        KeySets rotated = keys.rotate();
        assertThat(Vault.on(rotated).open("device", TOKEN, sealedValue)).isEqualTo("dv-1");
        refuses(Vault.on(rotated.retireOlder()), "device", TOKEN, sealedValue);
    }

    @Test
    void keepsNothingWhenOff() {
        assertThat(Vault.off().isOn()).isFalse();
        assertThat(Vault.off().seal("device", TOKEN, "dv-1")).isEmpty();
        refuses(Vault.off(), "device", TOKEN, new Bytes(new byte[40]));
    }
}
