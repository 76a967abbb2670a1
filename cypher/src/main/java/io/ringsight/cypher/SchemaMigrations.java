package io.ringsight.cypher;

import ac.simons.neo4j.migrations.core.Migrations;
import ac.simons.neo4j.migrations.core.MigrationsConfig;
import org.neo4j.driver.Driver;

/** Brings a store's constraints and indexes to the newest version. Safe to run again and by several processes. */
public final class SchemaMigrations {
    private static final String LOCATION = "classpath:neo4j/migrations";

    private SchemaMigrations() {}

    /**
     * Runs what is missing.
     *
     * @return the version that the schema is at now, for example {@code 0001}
     */
    public static String apply(Driver driver) {
        var config = MigrationsConfig.builder()
                .withLocationsToScan(LOCATION)
                .withInstalledBy("ringsight")
                .build();
        return new Migrations(config, driver).apply().map(Object::toString).orElse("");
    }
}
