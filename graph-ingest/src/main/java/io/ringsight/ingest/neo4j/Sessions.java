package io.ringsight.ingest.neo4j;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;

/** Runs parts of a sorted list side by side, and waits for all of them. Thread-safe. */
final class Sessions implements AutoCloseable {
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final int count;

    Sessions(int count) {
        this.count = count;
    }

    /** What is done with rows {@code offset} onwards of a list. */
    interface PartWork<T> {
        void accept(List<T> part, int offset);
    }

    <T> void eachPart(List<T> rows, Consumer<List<T>> work) {
        eachPart(rows, row -> row, (part, offset) -> work.accept(part));
    }

    /** Rows of equal key, which are neighbours, come in one part. */
    <T> void eachPart(List<T> rows, Function<T, ?> key, PartWork<T> work) {
        List<Future<?>> parts = new ArrayList<>();
        int from = 0;
        for (int part = 1; part <= count; part++) {
            int to = (int) ((long) rows.size() * part / count);
            while (to > from && to < rows.size() && key.apply(rows.get(to)).equals(key.apply(rows.get(to - 1)))) {
                to++;
            }
            if (to > from) {
                int offset = from;
                List<T> some = rows.subList(from, to);
                parts.add(threads.submit(() -> work.accept(some, offset)));
                from = to;
            }
        }
        await(parts);
    }

    private static void await(List<Future<?>> parts) {
        RuntimeException failure = null;
        for (Future<?> part : parts) {
            try {
                part.get();
            } catch (ExecutionException e) {
                failure = e.getCause() instanceof RuntimeException cause
                        ? cause
                        : new IllegalStateException(e.getCause());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                failure = new IllegalStateException("interrupted while writing", e);
            }
        }
        if (failure != null) {
            throw failure;
        }
    }

    @Override
    public void close() {
        threads.close();
    }
}
