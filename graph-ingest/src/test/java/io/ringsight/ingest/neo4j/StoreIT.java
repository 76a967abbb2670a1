package io.ringsight.ingest.neo4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.ringsight.ingest.error.ErrorCode;
import io.ringsight.ingest.error.RingsightException;
import io.ringsight.ingest.record.AccountLabel;
import io.ringsight.ingest.record.AccountLabel.Verdict;
import io.ringsight.ingest.store.SharedLocalStore;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

class StoreIT {

    @Test
    void connectsAndFindsTheLibrary() {
        try (var store = Store.connect(SharedLocalStore.address())) {
            assertThat(store.hasGds()).isTrue();
        }
    }

    @Test
    void saysThatThePasswordIsWrong() {
        StoreAddress right = SharedLocalStore.address();

        assertUnavailable(new StoreAddress(right.uri(), right.user(), "wrong"), "refused the password of user 'neo4j'");
    }

    @Test
    void saysThatNobodyAnswers() throws IOException {
        int free;
        try (var socket = new ServerSocket(0)) {
            free = socket.getLocalPort();
        }

        assertUnavailable(address("bolt://127.0.0.1:" + free), "No store answers at bolt://127.0.0.1:" + free);
    }

    @Test
    void saysThatTheHostIsUnknown() {
        assertUnavailable(
                address("neo4j://no-such-host.invalid:7687"), "No store answers at neo4j://no-such-host.invalid");
    }

    @Test
    void saysThatTheServerDoesNotEncrypt() {
        URI plain = SharedLocalStore.address().uri();

        assertUnavailable(address("bolt+s://127.0.0.1:" + plain.getPort()), "do not agree on encryption");
    }

    @Test
    void saysThatTheAddressIsNone() {
        assertThatExceptionOfType(RingsightException.class)
                .isThrownBy(() -> Store.connect(address("http://127.0.0.1:7474")))
                .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.CONFIGURATION));
    }

    @Test
    void refusesTheKeysOfAnotherInstallation() {
        try (var store = Store.connect(SharedLocalStore.empty())) {
            StoreMeta.bindKeys(store, "a".repeat(32));
            StoreMeta.bindKeys(store, "a".repeat(32));

            assertThatExceptionOfType(RingsightException.class)
                    .isThrownBy(() -> StoreMeta.bindKeys(store, "b".repeat(32)))
                    .withMessageContaining("of another installation")
                    .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.KEYS));
            assertThat(StoreMeta.read(store).keyFingerprint()).contains("a".repeat(32));
        }
    }

    @Test
    void keepsLabelsOnceAndReadsThemAsOfADay() {
        var early = new AccountLabel("A1", Verdict.FRAUD, 100);
        var late = new AccountLabel("A1", Verdict.LEGIT, 200);
        try (var store = Store.connect(SharedLocalStore.empty())) {
            LabelStore.write(store, List.of(late, early));
            LabelStore.write(store, List.of(early));

            assertThat(LabelStore.read(store)).containsExactly(early, late);
            assertThat(LabelStore.read(store, 150)).containsExactly(early);
        }
    }

    private static StoreAddress address(String uri) {
        return new StoreAddress(URI.create(uri), "neo4j", "any");
    }

    private static void assertUnavailable(StoreAddress address, String message) {
        assertThatExceptionOfType(RingsightException.class)
                .isThrownBy(() -> Store.connect(address).close())
                .withMessageContaining(message)
                .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.STORE_UNAVAILABLE))
                .satisfies(e -> assertThat(e.hint()).startsWith("Maybe "));
    }
}
