package io.ringsight.api.http;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Lets a bounded number of requests be under way and others wait, by turns of their callers: who asks much waits for itself alone. More
 * than can wait, and who waited too long, is turned away. Thread-safe.
 */
final class Admission {
    private final Bounds bounds;
    private final Executor executor;
    private final Map<String, ArrayDeque<Waiter>> queues =
            new LinkedHashMap<>(); // guarded by this; the next caller first
    private int underWay; // guarded by this
    private int waiting; // guarded by this

    /**
     * How many, how long.
     *
     * @param underWay at a time
     * @param waiting at a time, of all callers
     * @param waitingOfOne at a time, of one caller
     * @param longestWait after which a request is turned away
     */
    record Bounds(int underWay, int waiting, int waitingOfOne, Duration longestWait) {
        Bounds {
            if (underWay < 1 || waiting < 0 || waitingOfOne < 0 || longestWait.isNegative()) {
                throw new IllegalArgumentException(
                        "ringsight.limits: " + underWay + " under way, " + waiting + " waiting, " + longestWait
                                + " at most. Maybe none of them may be negative, and one must be under way.");
            }
        }
    }

    /** What becomes of a request. */
    enum Verdict {
        ADMITTED,
        /** As many wait as can. */
        FULL,
        /** As many of this caller wait as can. */
        SHARE_USED,
        /** It waited too long. */
        LATE
    }

    private static final class Waiter {
        private final String caller;
        private final CompletableFuture<Verdict> verdict = new CompletableFuture<>();

        Waiter(String caller) {
            this.caller = caller;
        }
    }

    /** @param executor where those who waited go on */
    Admission(Bounds bounds, Executor executor) {
        this.bounds = bounds;
        this.executor = executor;
    }

    /** Asks for a place; whoever gets ADMITTED must {@link #leave()}. */
    CompletableFuture<Verdict> enter(String caller) {
        Waiter waiter;
        synchronized (this) {
            if (underWay < bounds.underWay()) {
                underWay++;
                return CompletableFuture.completedFuture(Verdict.ADMITTED);
            }
            if (waiting >= bounds.waiting()) {
                return CompletableFuture.completedFuture(Verdict.FULL);
            }
            ArrayDeque<Waiter> queue = queues.computeIfAbsent(caller, _ -> new ArrayDeque<>());
            if (queue.size() >= bounds.waitingOfOne()) {
                return CompletableFuture.completedFuture(Verdict.SHARE_USED);
            }
            waiter = new Waiter(caller);
            queue.add(waiter);
            waiting++;
        }
        waiter.verdict.completeOnTimeout(Verdict.LATE, bounds.longestWait().toNanos(), TimeUnit.NANOSECONDS);
        return waiter.verdict.thenApplyAsync(
                verdict -> {
                    if (verdict == Verdict.LATE) {
                        forget(waiter);
                    }
                    return verdict;
                },
                executor);
    }

    /** Gives the place to whose turn it is. */
    synchronized void leave() {
        for (Waiter next = next(); next != null; next = next()) {
            if (next.verdict.complete(Verdict.ADMITTED)) {
                return;
            }
        }
        underWay--;
    }

    private synchronized void forget(Waiter late) {
        ArrayDeque<Waiter> queue = queues.get(late.caller);
        if (queue != null && queue.remove(late)) {
            waiting--;
            if (queue.isEmpty()) {
                queues.remove(late.caller);
            }
        }
    }

    /** The first of the caller whose turn it is; that caller's next turn comes after everybody else's. */
    private @Nullable Waiter next() {
        Iterator<Map.Entry<String, ArrayDeque<Waiter>>> turns =
                queues.entrySet().iterator();
        if (!turns.hasNext()) {
            return null;
        }
        Map.Entry<String, ArrayDeque<Waiter>> turn = turns.next();
        String caller = turn.getKey();
        ArrayDeque<Waiter> queue = turn.getValue();
        turns.remove();
        Waiter first = queue.remove();
        waiting--;
        if (!queue.isEmpty()) {
            queues.put(caller, queue);
        }
        return first;
    }

    synchronized int underWay() {
        return underWay;
    }

    synchronized int waiting() {
        return waiting;
    }
}
