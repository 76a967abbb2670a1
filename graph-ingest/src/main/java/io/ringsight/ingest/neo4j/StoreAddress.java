package io.ringsight.ingest.neo4j;

import java.net.URI;

/** Where a Neo4j server listens and how to sign in. Its text never shows the password. */
public record StoreAddress(URI uri, String user, String password) {

    @Override
    public String toString() {
        return user + "@" + uri;
    }
}
