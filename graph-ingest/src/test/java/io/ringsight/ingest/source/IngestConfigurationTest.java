package io.ringsight.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ringsight.ingest.error.ErrorCode;
import io.ringsight.ingest.error.RingsightException;
import io.ringsight.ingest.record.IdentifierKind;
import io.ringsight.ingest.record.IdentifierType;
import io.ringsight.ingest.record.IdentifierTypes;
import io.ringsight.ingest.record.Sharers;
import io.ringsight.ingest.record.SharingPrior;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IngestConfigurationTest {
    @TempDir
    Path folder;

    private IngestConfiguration read(String yaml) throws IOException {
        return IngestConfiguration.read(Optional.of(Files.writeString(folder.resolve("c.yaml"), yaml)));
    }

    @Test
    void hasTheBuiltInTypesAndTheVaultOnByDefault() throws IOException {
        var expected = new IngestConfiguration(IdentifierTypes.builtIn(), true);
        assertThat(IngestConfiguration.read(Optional.empty())).isEqualTo(expected);
        assertThat(read("")).isEqualTo(expected);
    }

    @Test
    void readsEverySetting() throws IOException {
        var configuration = read("""
                identifier-types:
                  loyalty_card: {kind: exact}
                  employer: {kind: text}
                  voice: {kind: bits, bits: 512}
                  badge: {kind: serial}
                  biometric: {kind: bits, bits: 128}
                vault: off
                """);
        assertThat(configuration.vault()).isFalse();
        assertThat(configuration.types().all())
                .hasSize(14)
                .contains(
                        new IdentifierType("loyalty_card", IdentifierKind.EXACT),
                        new IdentifierType("employer", IdentifierKind.TEXT),
                        new IdentifierType("voice", IdentifierKind.BITS, 512),
                        new IdentifierType("badge", IdentifierKind.SERIAL),
                        new IdentifierType("biometric", IdentifierKind.BITS, 128));
    }

    @Test
    void readsWhatIsAssumedOfATypeEvenOfABuiltInOne() throws IOException {
        var types = read("""
                identifier-types:
                  loyalty_card:
                    kind: exact
                    prior: {operated: 0.3, related: 0.2, person: 0.5, colocated: 0.001, strangers: 1e-4, customers: 1}
                  device: {prior: {elsewhere: 0}}
                  phone: {kind: serial, prior: {successors: 0.1, impersonated: 0.2}}
                """).types();
        assertThat(types.find("loyalty_card").orElseThrow().prior().lines())
                .containsExactly(
                        "strangers=1.0E-4",
                        "colocated=0.001",
                        "customers=1.0",
                        "related=0.2",
                        "person=0.5",
                        "operated=0.3");
        assertThat(types.find("device").orElseThrow())
                .isEqualTo(new IdentifierType("device", IdentifierKind.EXACT)
                        .with(new SharingPrior(Map.of(Sharers.ELSEWHERE, 0.0))));
        assertThat(types.find("phone").orElseThrow().prior().lines())
                .containsExactly("successors=0.1", "impersonated=0.2");
        assertThat(types.find("email").orElseThrow().prior()).isEqualTo(SharingPrior.DEFAULT);
        assertThat(types.size()).isEqualTo(11);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            identifier_types: {}                         | identifier_types
            identifier-types: [a]                        | identifier-types
            identifier-types: {a: exact}                 | identifier-types.a
            identifier-types: {a: {kind: near}}          | identifier-types.a.kind
            identifier-types: {a: {}}                    | identifier-types.a
            identifier-types: {a: {kind: exact, bits: 8}} | identifier-types.a
            identifier-types: {a: {kind: bits, bits: 7}} | identifier-types.a
            identifier-types: {a: {kind: bits, bits: x}} | identifier-types.a.bits
            identifier-types: {a: {sort: exact}}         | sort
            identifier-types: {Bad Name: {kind: exact}}  | Bad Name
            identifier-types: {phone: {kind: exact}}     | phone
            identifier-types: {a: {kind: exact, prior: [x]}} | identifier-types.a.prior
            identifier-types: {a: {kind: exact, prior: {operatd: 0.3}}} | operatd
            identifier-types: {a: {kind: exact, prior: {operated: 30}}} | identifier-types.a.prior.operated
            identifier-types: {a: {kind: exact, prior: {operated: -0.1}}} | identifier-types.a.prior.operated
            identifier-types: {a: {kind: exact, prior: {operated: .nan}}} | identifier-types.a.prior.operated
            identifier-types: {a: {kind: exact, prior: {operated: often}}} | identifier-types.a.prior.operated
            identifier-types: {a: {kind: exact, prior: {operated: }}} | identifier-types.a.prior.operated
            identifier-types: {device: {kind: text, prior: {operated: 0.3}}} | device
            vault: maybe                                 | vault
            a: !!java.io.File [x]                        | YAML
            'a: [                                        ' | YAML
            """)
    void namesTheKeyThatIsWrong(String yaml, String key) {
        assertThatThrownBy(() -> read(yaml)).isInstanceOfSatisfying(RingsightException.class, e -> {
            assertThat(e.code()).isEqualTo(ErrorCode.CONFIGURATION);
            assertThat(e).hasMessageContaining(key).hasMessageContaining("c.yaml");
            assertThat(e.hint()).startsWith("Maybe");
        });
    }

    @Test
    void saysWhenThereIsNoFile() {
        assertThatThrownBy(() -> IngestConfiguration.load(Optional.of(folder.resolve("none.yaml"))))
                .hasMessageContaining("There is no configuration file");
    }
}
