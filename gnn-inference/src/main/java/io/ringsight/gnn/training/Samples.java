package io.ringsight.gnn.training;

import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What is made of a list of things, one after the other and in order, so that it may come from a stream of random numbers. Close it.
 * Used by one thread.
 */
abstract sealed class Samples<B extends AutoCloseable> implements AutoCloseable {

    /** Each is made when it is asked for. */
    static <A, B extends AutoCloseable> Samples<B> onDemand(List<A> of, Function<A, B> make) {
        return new OnDemand<>(suppliers(of, make));
    }

    /** The next is made, on a thread of its own, while the last one is used. */
    static <A, B extends AutoCloseable> Samples<B> ahead(List<A> of, Function<A, B> make) {
        return new Ahead<>(suppliers(of, make));
    }

    private static <A, B> Iterator<Supplier<B>> suppliers(List<A> of, Function<A, B> make) {
        return of.stream().map(one -> (Supplier<B>) () -> make.apply(one)).iterator();
    }

    /** The caller's to close. */
    abstract B next();

    @Override
    public abstract void close();

    private static final class OnDemand<B extends AutoCloseable> extends Samples<B> {
        private final Iterator<Supplier<B>> left;

        OnDemand(Iterator<Supplier<B>> left) {
            this.left = left;
        }

        @Override
        B next() {
            return left.next().get();
        }

        @Override
        public void close() {
            // holds nothing
        }
    }

    private static final class Ahead<B extends AutoCloseable> extends Samples<B> {
        private final Iterator<Supplier<B>> left;
        private final ExecutorService maker;
        private @Nullable CompletableFuture<B> next;

        Ahead(Iterator<Supplier<B>> left) {
            this.left = left;
            this.maker = Executors.newSingleThreadExecutor(
                    Thread.ofPlatform().daemon().name("samples").factory());
            this.next = begin();
        }

        private @Nullable CompletableFuture<B> begin() {
            return left.hasNext() ? CompletableFuture.supplyAsync(left.next(), maker) : null;
        }

        @Override
        B next() {
            if (next == null) {
                throw new IllegalStateException("Nothing is left.");
            }
            try {
                B made = next.join();
                next = begin();
                return made;
            } catch (CompletionException e) {
                next = null;
                throw e.getCause() instanceof RuntimeException failure ? failure : e;
            }
        }

        /** Waits for what is being made. */
        @Override
        public void close() {
            try (maker) {
                if (next != null) {
                    next.thenAccept(Ahead::discard);
                }
            }
        }

        private static void discard(AutoCloseable unused) {
            try {
                unused.close();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
