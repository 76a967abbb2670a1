package io.ringsight.cypher;

import java.util.Map;

/** A catalogued statement with parameters that fit its header: ready to run. */
public record BoundStatement(Statement statement, Map<String, Object> parameters) {

    public String text() {
        return statement.text();
    }
}
