package io.ringsight.ingest.neo4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.ringsight.ingest.error.RingsightException;
import java.net.URI;
import org.junit.jupiter.api.Test;

class StoreAddressTest {
    @Test
    void neverShowsThePassword() {
        var address = new StoreAddress(URI.create("neo4j://db.example:7687"), "neo4j", "hush-hush");

        assertThat(address.toString()).isEqualTo("neo4j@neo4j://db.example:7687");
    }

    @Test
    void refusesAPasswordInsideTheAddressWithoutRepeatingIt() {
        assertThatExceptionOfType(RingsightException.class)
                .isThrownBy(() -> new StoreAddress(URI.create("neo4j://me:hush-hush@db.example"), "neo4j", ""))
                .satisfies(e -> assertThat(e.getMessage() + e.hint()).doesNotContain("hush-hush"));
    }
}
