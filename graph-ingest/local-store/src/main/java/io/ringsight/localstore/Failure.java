package io.ringsight.localstore;

import java.io.IOException;
import org.neo4j.io.locker.FileLockException;

/** One line for a person out of a chain of causes. */
final class Failure {
    private Failure() {}

    static String describe(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null && !tells(cause)) {
            cause = cause.getCause();
        }
        String message = cause.getMessage();
        String name = cause.getClass().getSimpleName();
        return message == null
                ? name
                : name + ": " + message.lines().findFirst().orElse("");
    }

    /** A full disk or a held lock says more than what came of it later. */
    private static boolean tells(Throwable cause) {
        return cause instanceof FileLockException || (cause instanceof IOException && cause.getMessage() != null);
    }
}
