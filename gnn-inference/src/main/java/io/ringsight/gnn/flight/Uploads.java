package io.ringsight.gnn.flight;

import io.ringsight.gnn.arrow.GraphIntake;
import io.ringsight.ingest.error.ErrorCode;
import io.ringsight.ingest.error.RingsightException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Views on their way in and being computed, within a budget of memory: one that does not fit is refused before there is anything of it.
 * Thread-safe.
 */
final class Uploads {
    private final long budget; // bytes
    private final Duration patience;
    private final Map<String, Upload> byId = new HashMap<>();
    private long reserved; // bytes

    Uploads(long budget, Duration patience) {
        this.budget = budget;
        this.patience = patience;
    }

    /** One of them. Its intake is used by one call at a time. */
    static final class Upload {
        private final long bytes;
        private @Nullable GraphIntake intake;
        private boolean busy = true;
        private long touched = System.nanoTime();

        private Upload(long bytes) {
            this.bytes = bytes;
        }

        GraphIntake intake() {
            if (intake == null) {
                throw new IllegalStateException("A view that is not there yet.");
            }
            return intake;
        }
    }

    /** The view of that id, for one table more; begun when this is its first. Give it back with {@link #rest} or {@link #drop}. */
    Upload busy(String id, RequestEstimate estimate, Supplier<GraphIntake> begin) {
        Upload upload;
        synchronized (this) {
            Upload known = byId.get(id);
            if (known != null) {
                return use(id, known);
            }
            forgetIdle();
            reserve(estimate);
            upload = new Upload(estimate.bytes());
            byId.put(id, upload);
        }
        try {
            upload.intake = begin.get();
            return upload;
        } catch (RuntimeException | Error failure) {
            drop(id);
            throw failure;
        }
    }

    private void reserve(RequestEstimate estimate) {
        if (estimate.bytes() > budget) {
            throw tooLarge(
                    "This view takes " + estimate.megabytes() + "; the server has " + RequestEstimate.megabytes(budget)
                            + " for all",
                    "start it with more --memory, or send a smaller view");
        }
        if (estimate.bytes() > budget - reserved) {
            throw tooLarge(
                    "This view takes " + estimate.megabytes() + "; of the server's " + RequestEstimate.megabytes(budget)
                            + " others have " + RequestEstimate.megabytes(reserved),
                    "try again when they are done");
        }
        reserved += estimate.bytes();
    }

    private static RingsightException tooLarge(String what, String maybe) {
        return new RingsightException(ErrorCode.TOO_LARGE, what + ".", "Maybe " + maybe + ".");
    }

    private Upload use(String id, Upload upload) {
        if (upload.busy) {
            throw new RingsightException(
                    ErrorCode.INVALID_REQUEST,
                    "Another call is at view " + id + ".",
                    "Maybe send one table after the other, and an id of its own for each view.");
        }
        upload.busy = true;
        return upload;
    }

    /** The view of that id, to compute on. */
    synchronized Upload take(String id) {
        Upload upload = byId.get(id);
        if (upload == null) {
            throw new RingsightException(
                    ErrorCode.NOT_FOUND,
                    "The server has no view " + id + ".",
                    "Maybe it was sent more than " + patience.toSeconds() + " s ago, or was refused.");
        }
        return use(id, upload);
    }

    /** Nobody uses it for now. */
    synchronized void rest(Upload upload) {
        upload.busy = false;
        upload.touched = System.nanoTime();
    }

    synchronized void drop(String id) {
        Upload gone = byId.remove(id);
        if (gone != null) {
            reserved -= gone.bytes;
        }
    }

    /** Forgets views of which nothing more came. */
    synchronized void forgetIdle() {
        long now = System.nanoTime();
        List<String> idle = byId.entrySet().stream()
                .filter(entry -> !entry.getValue().busy && now - entry.getValue().touched > patience.toNanos())
                .map(Map.Entry::getKey)
                .toList();
        idle.forEach(this::drop);
    }

    /** Bytes spoken for. */
    synchronized long reserved() {
        return reserved;
    }
}
