package io.ringsight.ingest.neo4j;

import io.ringsight.ingest.error.ErrorCode;
import io.ringsight.ingest.error.RingsightException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLException;
import org.neo4j.driver.exceptions.AuthenticationException;
import org.neo4j.driver.exceptions.AuthorizationExpiredException;
import org.neo4j.driver.exceptions.Neo4jException;
import org.neo4j.driver.exceptions.SecurityException;
import org.neo4j.driver.exceptions.ServiceUnavailableException;
import org.neo4j.driver.exceptions.SessionExpiredException;
import org.neo4j.driver.exceptions.TransientException;

/** What went wrong with a store, in words that a person can act on. */
final class StoreFailures {
    private StoreFailures() {}

    /** The same failure as one of ours; ours as they are. */
    static RingsightException explain(StoreAddress address, RuntimeException failure) {
        return switch (failure) {
            case RingsightException ours -> ours;
            case AuthenticationException e ->
                unavailable(
                        "The store at " + address.uri() + " refused the password of user '" + address.user() + "'.",
                        "Maybe RINGSIGHT_NEO4J_USER or RINGSIGHT_NEO4J_PASSWORD is wrong.",
                        e);
            case AuthorizationExpiredException e ->
                unavailable(
                        "The store at " + address.uri() + " ended the session of user '" + address.user() + "'.",
                        "Maybe the password was changed.",
                        e);
            case SecurityException e
            when e.code().endsWith("AuthenticationRateLimit") ->
                unavailable(
                        "The store at " + address.uri() + " refuses to try another password for now.",
                        "Maybe wait some seconds, then try again with the right one.",
                        e);
            case SecurityException e -> tls(address, e);
            case ServiceUnavailableException e -> isTls(e) ? tls(address, e) : unreachable(address, e);
            case SessionExpiredException e -> unreachable(address, e);
            case TransientException e ->
                unavailable(
                        "The store at " + address.uri() + " could not finish a transaction: " + e.code() + ".",
                        "Maybe it is short of memory or disk, or another process holds its locks; run the command again.",
                        e);
            case Neo4jException e when hasCause(e, UnknownHostException.class) -> unreachable(address, e);
            case Neo4jException e ->
                new RingsightException(
                        ErrorCode.INTERNAL,
                        "The store at " + address.uri() + " refused a statement: " + e.code() + ".",
                        "",
                        e);
            case IllegalArgumentException e ->
                new RingsightException(
                        ErrorCode.CONFIGURATION,
                        "'" + address.uri() + "' is not the address of a store.",
                        "Maybe write it as neo4j://host:7687 or bolt://host:7687.",
                        e);
            default -> {
                if (isTls(failure)) {
                    yield tls(address, failure);
                }
                yield failure.getCause() instanceof Neo4jException cause
                        ? explain(address, cause)
                        : new RingsightException(
                                ErrorCode.INTERNAL, "Work on the store at " + address.uri() + " failed.", "", failure);
            }
        };
    }

    private static RingsightException unreachable(StoreAddress address, RuntimeException cause) {
        return unavailable(
                "No store answers at " + address.uri() + ".",
                "Maybe it is not running, the host or the port is another, or a firewall is between.",
                cause);
    }

    private static RingsightException tls(StoreAddress address, RuntimeException cause) {
        return unavailable(
                "The store at " + address.uri() + " and we do not agree on encryption.",
                "Maybe use neo4j+s:// for a server with a trusted certificate, neo4j+ssc:// for a self-signed one,"
                        + " or neo4j:// for one without TLS.",
                cause);
    }

    private static RingsightException unavailable(String message, String hint, RuntimeException cause) {
        return new RingsightException(ErrorCode.STORE_UNAVAILABLE, message, hint, cause);
    }

    /** The driver says it in its message, and not always by a cause. */
    private static boolean isTls(RuntimeException failure) {
        return hasCause(failure, SSLException.class)
                || String.valueOf(failure.getMessage()).contains("SSL handshake");
    }

    private static boolean hasCause(Throwable failure, Class<? extends Throwable> type) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return true;
            }
        }
        return false;
    }
}
