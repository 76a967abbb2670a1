package io.ringsight.api.benchmark;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongUnaryOperator;
import org.HdrHistogram.Histogram;

/**
 * Sends applicants to a running server. In an open loop they come at the times of a Poisson process, whatever the server does, and a
 * request's time runs from when it was meant to be sent: a server that stalls is charged with all who would have come meanwhile (no
 * coordinated omission; Tene, "How NOT to Measure Latency", 2015). In a closed loop each connection sends the next request when the last
 * one is answered, which measures the most that the server can do. Thread-safe.
 */
public final class LoadTest {
    private static final long SEED = 1;

    private final URI server;
    private final Optional<String> apiKey;
    private final List<byte[]> applicants;
    private final int connections;

    /**
     * What came of one run.
     *
     * @param rate meant to be sent in a second; 0 in a closed loop
     * @param throughput answers with status 200 in a second
     * @param good times of answers with status 200
     * @param statuses how many answers of each status; 0 where there was none
     */
    public record Result(String path, double rate, double throughput, Latencies good, Map<Integer, Long> statuses) {
        public Result {
            statuses = new TreeMap<>(statuses);
        }
    }

    /** @param connections how many requests can be under way; later ones wait, and their time runs */
    public LoadTest(URI server, Optional<String> apiKey, List<byte[]> applicants, int connections) {
        this.server = server;
        this.apiKey = apiKey;
        this.applicants = List.copyOf(applicants);
        this.connections = connections;
    }

    /** What the server says to one applicant there. */
    public int probe(String path) throws IOException {
        try (var connection = new Connection(server)) {
            return connection.exchange(Connection.request(server, path, apiKey, applicants.getFirst()));
        }
    }

    /** Sends {@code rate} applicants a second, on average. */
    public Result openLoop(String path, double rate, Duration time) {
        long[] due = arrivals(rate, time);
        return run(path, rate, time, i -> i < due.length ? due[(int) i] : -1);
    }

    /** Keeps every connection busy. */
    public Result closedLoop(String path, Duration time) {
        return run(path, 0, time, _ -> 0);
    }

    /** Nanoseconds from the start, ascending. */
    private static long[] arrivals(double rate, Duration time) {
        var random = new SplittableRandom(SEED);
        int count = (int) Math.max(1, Math.round(rate * time.toNanos() / 1e9));
        long[] due = new long[count];
        double at = 0;
        for (int i = 0; i < count; i++) {
            at += -Math.log(1 - random.nextDouble()) / rate * 1e9;
            due[i] = (long) at;
        }
        return due;
    }

    /** @param due when the i-th request is due, in nanoseconds from the start: 0 for at once, -1 for never */
    private Result run(String path, double rate, Duration time, LongUnaryOperator due) {
        var requests = applicants.stream()
                .map(body -> Connection.request(server, path, apiKey, body))
                .toList();
        var next = new AtomicLong();
        long start = System.nanoTime();
        long end = start + time.toNanos();
        List<Worker> workers = new ArrayList<>();
        for (int i = 0; i < connections; i++) {
            workers.add(new Worker(requests, next, start, rate > 0 ? Long.MAX_VALUE : end, due));
        }
        work(workers);
        double seconds = (System.nanoTime() - start) / 1e9;
        Histogram all = Latencies.histogram();
        Map<Integer, Long> statuses = new TreeMap<>();
        for (Worker worker : workers) {
            all.add(worker.good);
            worker.statuses.forEach((status, count) -> statuses.merge(status, count, Long::sum));
        }
        return new Result(path, rate, all.getTotalCount() / seconds, Latencies.of(all), statuses);
    }

    private static void work(List<Worker> workers) {
        try (ExecutorService threads = Executors.newFixedThreadPool(
                workers.size(), Thread.ofPlatform().name("load-", 0).factory())) {
            List<Future<?>> running = new ArrayList<>();
            workers.forEach(worker -> running.add(threads.submit(worker)));
            for (Future<?> future : running) {
                future.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException("A connection's thread failed.", e.getCause());
        }
    }

    /** One connection: takes the next request of the schedule, waits until it is due, sends it. */
    private final class Worker implements Runnable {
        private final List<byte[]> requests;
        private final AtomicLong next;
        private final long start;
        private final long end;
        private final LongUnaryOperator due;
        private final Histogram good = Latencies.histogram();
        private final Map<Integer, Long> statuses = new TreeMap<>();

        Worker(List<byte[]> requests, AtomicLong next, long start, long end, LongUnaryOperator due) {
            this.requests = requests;
            this.next = next;
            this.start = start;
            this.end = end;
            this.due = due;
        }

        @Override
        public void run() {
            try (var connection = new Connection(server)) {
                while (System.nanoTime() - end < 0 && !Thread.currentThread().isInterrupted()) {
                    long i = next.getAndIncrement();
                    long offset = due.applyAsLong(i);
                    if (offset < 0) {
                        return;
                    }
                    long meant = offset == 0 ? System.nanoTime() : start + offset;
                    waitUntil(meant);
                    send(connection, requests.get((int) (i % requests.size())), meant);
                }
            } catch (IOException e) {
                statuses.merge(0, 1L, Long::sum); // closing failed
            }
        }

        private void send(Connection connection, byte[] request, long meant) {
            int status;
            try {
                status = connection.exchange(request);
            } catch (IOException e) {
                status = 0;
            }
            if (status == 200) {
                Latencies.record(good, System.nanoTime() - meant);
            }
            statuses.merge(status, 1L, Long::sum);
        }

        private static void waitUntil(long time) {
            for (long left = time - System.nanoTime(); left > 0; left = time - System.nanoTime()) {
                LockSupport.parkNanos(left);
                if (Thread.currentThread().isInterrupted()) {
                    return;
                }
            }
        }
    }
}
