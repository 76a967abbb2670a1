package io.ringsight.ingest.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ringsight.ingest.error.ErrorCode;
import io.ringsight.ingest.error.RingsightException;
import io.ringsight.ingest.record.IdentifierTypes;
import io.ringsight.ingest.source.Rejection;
import io.ringsight.ingest.tokenise.KeySets;
import io.ringsight.ingest.vault.Vault;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** As many tries as {@code jqwik.tries.default} says: the profile {@code fuzz} sets it. */
class HostileBodyProperties {
    private static final IdentifierTypes TYPES = IdentifierTypes.builtIn();
    private static final Intake INTAKE = new Intake(TYPES, KeySets.ephemeral(TYPES), Vault.off());

    @Property
    void aBodyIsTakenOrRefusedInWordsOfOurOwn(@ForAll("hostile") byte[] body) {
        List<Rejection> left = new ArrayList<>();
        try {
            INTAKE.tokenise(body, OptionalLong.of(0), left::add);
        } catch (RingsightException e) {
            assertThat(e.code()).isEqualTo(ErrorCode.INVALID_REQUEST);
            assertThat(e.getMessage()).doesNotContainIgnoringCase(HostileBodies.CANARY);
        }
        assertThat(left)
                .allSatisfy(
                        rejection -> assertThat(rejection.reason()).doesNotContainIgnoringCase(HostileBodies.CANARY));
    }

    @Example
    void moreIdentifiersThanAnApplicantHasAreRefusedByName() {
        String many = "{\"account_id\":\"a\",\"created_at\":\"2025-05-01T10:00:00Z\",\"identifiers\":["
                + "{\"type\":\"device\",\"value\":\"x\"},".repeat(999) + "{\"type\":\"device\",\"value\":\"y\"}]}";

        assertThatThrownBy(() -> INTAKE.tokenise(many.getBytes(StandardCharsets.UTF_8), OptionalLong.of(0), _ -> {}))
                .hasMessageContaining("identifiers holds 1000");
    }

    @Provide
    Arbitrary<byte[]> hostile() {
        return HostileBodies.any();
    }
}
