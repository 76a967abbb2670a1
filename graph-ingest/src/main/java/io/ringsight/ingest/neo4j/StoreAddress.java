package io.ringsight.ingest.neo4j;

import io.ringsight.ingest.error.ErrorCode;
import io.ringsight.ingest.error.RingsightException;
import java.net.URI;

/** Where a Neo4j server listens and how to sign in. Its text never shows the password. */
public record StoreAddress(URI uri, String user, String password) {
    public StoreAddress {
        // Messages show the address, so nothing secret may stand in it.
        if (uri.getRawUserInfo() != null) {
            throw new RingsightException(
                    ErrorCode.USAGE,
                    "The store's address holds a user or a password.",
                    "Maybe give them by RINGSIGHT_NEO4J_USER and RINGSIGHT_NEO4J_PASSWORD instead.");
        }
    }

    @Override
    public String toString() {
        return user + "@" + uri;
    }
}
