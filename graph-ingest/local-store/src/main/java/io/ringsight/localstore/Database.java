package io.ringsight.localstore;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.neo4j.configuration.GraphDatabaseSettings;
import org.neo4j.configuration.connectors.BoltConnector;
import org.neo4j.configuration.connectors.BoltConnectorInternalSettings;
import org.neo4j.configuration.connectors.ConnectorPortRegister;
import org.neo4j.configuration.connectors.ConnectorType;
import org.neo4j.configuration.connectors.HttpConnector;
import org.neo4j.configuration.connectors.HttpsConnector;
import org.neo4j.configuration.helpers.SocketAddress;
import org.neo4j.dbms.api.DatabaseManagementService;
import org.neo4j.dbms.api.DatabaseManagementServiceBuilder;
import org.neo4j.kernel.internal.GraphDatabaseAPI;

/** A Neo4j server in this JVM: Bolt on a free port of the loopback interface, password needed, all of GDS registered. */
final class Database implements AutoCloseable {
    static final String NAME = GraphDatabaseSettings.DEFAULT_DATABASE_NAME;
    static final String USER = "neo4j";

    private static final long MIB = 1024 * 1024;

    private final DatabaseManagementService service;

    private Database(DatabaseManagementService service) {
        this.service = service;
    }

    static Database open(StoreFolder folder, long pageCacheBytes) throws Exception {
        Database database = new Database(new DatabaseManagementServiceBuilder(folder.home())
                .setConfig(BoltConnector.enabled, true)
                .setConfig(BoltConnector.listen_address, new SocketAddress("127.0.0.1", 0))
                .setConfig(HttpConnector.enabled, false)
                .setConfig(HttpsConnector.enabled, false)
                .setConfig(settings(folder.logs(), pageCacheBytes))
                .build());
        try {
            database.awaitAvailable();
            GraphDataScience.register(database.api());
            return database;
        } catch (Exception | LinkageError e) {
            database.close();
            throw e;
        }
    }

    private static Map<org.neo4j.graphdb.config.Setting<?>, Object> settings(Path logs, long pageCacheBytes) {
        return Map.ofEntries(
                Map.entry(GraphDatabaseSettings.auth_enabled, true),
                Map.entry(GraphDatabaseSettings.procedure_unrestricted, List.of("gds.*")),
                Map.entry(GraphDatabaseSettings.logs_directory, logs),
                Map.entry(GraphDatabaseSettings.pagecache_memory, pageCacheBytes),
                // Two databases with 256 MB of preallocated log each are much for a first look.
                Map.entry(GraphDatabaseSettings.preallocate_logical_logs, false),
                Map.entry(GraphDatabaseSettings.logical_log_rotation_threshold, 64 * MIB),
                Map.entry(GraphDatabaseSettings.keep_logical_logs, "128M size"),
                // The databases are safe before the Bolt server goes; it would take ten seconds over it.
                Map.entry(BoltConnectorInternalSettings.thread_pool_shutdown_wait_time, Duration.ofMillis(200)),
                Map.entry(BoltConnectorInternalSettings.connection_shutdown_wait_time, Duration.ofMillis(200)),
                Map.entry(GraphDatabaseSettings.allow_file_urls, false),
                Map.entry(GraphDatabaseSettings.udc_enabled, false));
    }

    private void awaitAvailable() {
        if (!api().isAvailable(Duration.ofMinutes(5).toMillis())) {
            throw new IllegalStateException("the database did not come up within five minutes");
        }
    }

    GraphDatabaseAPI api() {
        return (GraphDatabaseAPI) service.database(NAME);
    }

    int boltPort() {
        ConnectorPortRegister ports = api().getDependencyResolver().resolveDependency(ConnectorPortRegister.class);
        return ports.getLocalAddress(ConnectorType.BOLT).getPort();
    }

    /** A password that is used already would be refused: give a new one at each start. */
    void setPassword(String password) {
        service.database(GraphDatabaseSettings.SYSTEM_DATABASE_NAME)
                .executeTransactionally(
                        "ALTER USER " + USER + " SET PASSWORD $password CHANGE NOT REQUIRED",
                        Map.of("password", password));
    }

    @Override
    public void close() {
        service.shutdown();
    }
}
