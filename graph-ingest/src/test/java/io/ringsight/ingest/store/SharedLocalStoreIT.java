package io.ringsight.ingest.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringsight.ingest.neo4j.StoreAddress;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;

class SharedLocalStoreIT {

    @Test
    void isOneForAllAndCanBeEmptied() {
        StoreAddress address = SharedLocalStore.address();
        try (Driver driver =
                GraphDatabase.driver(address.uri(), AuthTokens.basic(address.user(), address.password()))) {
            driver.executableQuery("CREATE (:Left)-[:BY]->(:Another)").execute();
            assertThat(SharedLocalStore.empty()).isEqualTo(address);
            var left =
                    driver.executableQuery("MATCH (n:Left) RETURN n").execute().records();
            assertThat(left).isEmpty();
        }
    }
}
