package io.ringsight.ingest.tokenise;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringsight.ingest.record.IdentifierKind;
import io.ringsight.ingest.record.IdentifierType;
import io.ringsight.ingest.record.IdentifierTypes;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;

class TokensProperties {
    private static final IdentifierType VOICE = new IdentifierType("voice", IdentifierKind.BITS, 64);
    private static final IdentifierTypes TYPES = IdentifierTypes.builtIn().with(List.of(VOICE));
    private static final IdentifierType BIOMETRIC = TYPES.find("biometric").orElseThrow();
    private static final Tokens TOKENS = new Tokens(TYPES, KeySets.ephemeral(TYPES));
    private static final Tokens OTHERS = new Tokens(TYPES, KeySets.ephemeral(TYPES));

    @Property(tries = 500)
    void tokensAreEqualExactlyWhenNormalFormsAre(@ForAll String one, @ForAll String other) {
        assertThat(TOKENS.token("device", one).equals(TOKENS.token("device", other)))
                .isEqualTo(one.equals(other));
        assertThat(TOKENS.token("device", one)).isEqualTo(TOKENS.token("device", one));
    }

    @Property(tries = 100)
    void everyTypeAndInstallationHasTokensOfItsOwn(@ForAll String value) {
        Set<Object> tokens = new HashSet<>();
        TYPES.all().forEach(type -> tokens.add(TOKENS.token(type.name(), value)));
        List.of(KeySets.GIVEN_NAME, KeySets.SURNAME, KeySets.BIRTH_DATE, KeySets.CONTENT)
                .forEach(field -> tokens.add(TOKENS.token(field, value)));
        tokens.add(OTHERS.token("device", value));
        assertThat(tokens).hasSize(TYPES.size() + 5);
    }

    @Property(tries = 500)
    void signaturesKeepHammingDistances(@ForAll @Size(32) byte[] one, @ForAll @Size(32) byte[] other) {
        byte[] first = TOKENS.signature(BIOMETRIC, one).array();
        byte[] second = TOKENS.signature(BIOMETRIC, other).array();
        assertThat(distance(first, second)).isEqualTo(distance(one, other));
    }

    @Property(tries = 200)
    void signaturesOfOtherLengthsKeepHammingDistancesToo(@ForAll @Size(8) byte[] one, @ForAll @Size(8) byte[] other) {
        byte[] first = TOKENS.signature(VOICE, one).array();
        byte[] second = TOKENS.signature(VOICE, other).array();
        assertThat(distance(first, second)).isEqualTo(distance(one, other));
    }

    @Property(tries = 20)
    void signaturesOfTwoInstallationsAreFarApart(@ForAll @Size(32) byte[] bits) {
        byte[] ours = TOKENS.signature(BIOMETRIC, bits).array();
        byte[] theirs = OTHERS.signature(BIOMETRIC, bits).array();
        assertThat(distance(ours, theirs)).isBetween(64, 192);
    }

    private static int distance(byte[] one, byte[] other) {
        int distance = 0;
        for (int i = 0; i < one.length; i++) {
            distance += Integer.bitCount((one[i] ^ other[i]) & 0xff);
        }
        return distance;
    }
}
