package io.ringsight.ingest.neo4j;

import io.ringsight.cypher.BoundStatement;
import java.util.List;
import java.util.function.Function;
import org.neo4j.driver.Record;
import org.neo4j.driver.TransactionContext;

/** Runs catalogued statements inside one transaction. For one thread, and only while that transaction is open. */
public final class StoreTransaction {
    private final TransactionContext transaction;

    StoreTransaction(TransactionContext transaction) {
        this.transaction = transaction;
    }

    /** Runs a statement and returns what {@code each} makes of its records. */
    public <T> List<T> run(BoundStatement statement, Function<Record, T> each) {
        return transaction.run(statement.text(), statement.parameters()).list(each);
    }

    /** Runs a statement whose records do not matter. */
    public void run(BoundStatement statement) {
        transaction.run(statement.text(), statement.parameters()).consume();
    }
}
