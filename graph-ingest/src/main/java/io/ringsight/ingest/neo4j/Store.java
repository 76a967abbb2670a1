package io.ringsight.ingest.neo4j;

import io.ringsight.cypher.BoundStatement;
import io.ringsight.cypher.SchemaMigrations;
import io.ringsight.cypher.Statement;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.Config;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;
import org.neo4j.driver.Record;
import org.neo4j.driver.Session;
import org.neo4j.driver.TransactionContext;
import org.neo4j.driver.exceptions.Neo4jException;

/**
 * An open connection to a store whose schema is current. Everything runs in managed transactions, which are tried again
 * after a passing fault. Thread-safe; each call takes a session of its own.
 */
public final class Store implements AutoCloseable {
    private final StoreAddress address;
    private final Driver driver;
    private final boolean gds;

    private Store(StoreAddress address, Driver driver, boolean gds) {
        this.address = address;
        this.driver = driver;
        this.gds = gds;
    }

    /**
     * Connects, checks the password, and brings the schema up to date.
     *
     * @throws io.ringsight.ingest.error.RingsightException STORE_UNAVAILABLE when there is no store to talk to
     */
    public static Store connect(StoreAddress address) {
        var config = Config.builder()
                .withUserAgent("ringsight")
                .withConnectionTimeout(10, TimeUnit.SECONDS)
                .withMaxConnectionPoolSize(32)
                .withFetchSize(5_000)
                .build();
        Driver driver = null;
        try {
            driver = GraphDatabase.driver(address.uri(), AuthTokens.basic(address.user(), address.password()), config);
            driver.verifyConnectivity();
            SchemaMigrations.apply(driver);
            try (var session = driver.session()) {
                boolean gds = session.executeRead(
                        tx -> tx.run(Statement.STORE_PROBE.text()).hasNext());
                session.executeWriteWithoutResult(
                        tx -> tx.run(Statement.STORE_META_CREATE.text()).consume());
                return new Store(address, driver, gds);
            }
        } catch (RuntimeException e) {
            if (driver != null) {
                driver.close();
            }
            throw StoreFailures.explain(address, e);
        }
    }

    public StoreAddress address() {
        return address;
    }

    /** Whether the server has the graph data science library. */
    public boolean hasGds() {
        return gds;
    }

    /** Runs a reading statement and returns what {@code each} makes of its records. */
    public <T> List<T> read(BoundStatement statement, Function<Record, T> each) {
        return inSession(session -> session.executeRead(tx -> run(tx, statement).list(each)));
    }

    /**
     * Runs a reading statement and hands over its records one by one, as they arrive. Not tried again: what was handed over
     * cannot be taken back.
     */
    public void stream(BoundStatement statement, Consumer<Record> each) {
        inSession(session -> {
            session.run(statement.text(), statement.parameters()).forEachRemaining(each);
            return true;
        });
    }

    /** Runs a writing statement in a transaction of its own and returns what {@code each} makes of its records. */
    public <T> List<T> write(BoundStatement statement, Function<Record, T> each) {
        return inSession(
                session -> session.executeWrite(tx -> run(tx, statement).list(each)));
    }

    /** Runs writing statements in one transaction: all or none of them. */
    public void write(List<BoundStatement> statements) {
        inSession(session -> {
            session.executeWriteWithoutResult(tx -> statements.forEach(statement ->
                    tx.run(statement.text(), statement.parameters()).consume()));
            return true;
        });
    }

    /** {@link #write(List)} of one. */
    public void write(BoundStatement statement) {
        write(List.of(statement));
    }

    /**
     * Runs several statements in one writing transaction, which may run more than once: {@code work} must not leave
     * anything behind that a second run would repeat.
     */
    public <T> T transaction(Function<StoreTransaction, T> work) {
        return inSession(session -> session.executeWrite(tx -> work.apply(new StoreTransaction(tx))));
    }

    /** Runs a statement that must manage its own transactions: {@code CALL { } IN TRANSACTIONS}. Not tried again. */
    public <T> List<T> autoCommit(BoundStatement statement, Function<Record, T> each) {
        return inSession(
                session -> session.run(statement.text(), statement.parameters()).list(each));
    }

    private static org.neo4j.driver.Result run(TransactionContext tx, BoundStatement statement) {
        return tx.run(statement.text(), statement.parameters());
    }

    private <T> T inSession(Function<Session, T> work) {
        try (var session = driver.session()) {
            return work.apply(session);
        } catch (Neo4jException e) {
            throw StoreFailures.explain(address, e);
        }
    }

    @Override
    public void close() {
        driver.close();
    }
}
