package io.ringsight.cypher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.neo4j.driver.Driver;

@TestInstance(Lifecycle.PER_CLASS)
class StatementsIT {
    private LocalStoreProcess store;
    private Driver driver;

    @BeforeAll
    void startAStore(@TempDir Path folder) throws Exception {
        store = LocalStoreProcess.start(folder);
        driver = store.driver();
        SchemaMigrations.apply(driver);
    }

    @AfterAll
    void stopIt() throws Exception {
        driver.close();
        store.close();
    }

    @ParameterizedTest
    @EnumSource
    void theStoreHasAPlanForEveryStatement(Statement statement) {
        Map<String, Object> parameters = new HashMap<>();
        statement.parameters().forEach((name, type) -> parameters.put(name, type.example()));

        try (var session = driver.session()) {
            var summary = session.run("EXPLAIN " + statement.text(), parameters).consume();

            assertThat(summary.hasPlan()).isTrue();
            assertThat(summary.notifications())
                    .as("unknown labels and properties aside, the planner has nothing to say")
                    .noneMatch(notification -> notification.code().contains("CartesianProduct"));
        }
    }

    @Test
    void migrationsRunOnce() {
        assertThat(SchemaMigrations.apply(driver)).isEqualTo(SchemaMigrations.apply(driver));
        try (var session = driver.session()) {
            assertThat(session.run("SHOW CONSTRAINTS YIELD name")
                            .list(row -> row.get("name").asString()))
                    .contains("account_account_id", "identifier_token");
        }
    }

    @ParameterizedTest
    @EnumSource(
            names = {
                "INGEST_CREATE_ACCOUNTS",
                "INGEST_MERGE_IDENTIFIERS",
                "INGEST_MERGE_SIGHTINGS",
                "INGEST_REVISE_ACCOUNTS"
            })
    void whatWritesFindsNodesThroughAnIndex(Statement statement) {
        Map<String, Object> parameters = new HashMap<>();
        statement.parameters().forEach((name, type) -> parameters.put(name, type.example()));
        try (var session = driver.session()) {
            var plan = session.run("EXPLAIN " + statement.text(), parameters)
                    .consume()
                    .plan()
                    .toString();

            assertThat(plan).contains("NodeUniqueIndexSeek").doesNotContain("NodeByLabelScan");
        }
    }
}
