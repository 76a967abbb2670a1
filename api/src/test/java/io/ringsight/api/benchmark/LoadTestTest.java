package io.ringsight.api.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LoadTestTest {
    private static final Duration STALL = Duration.ofMillis(400);
    private static final List<byte[]> BODIES = List.of("{}".getBytes(StandardCharsets.UTF_8));

    private final AtomicInteger requests = new AtomicInteger();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private HttpServer server;
    private volatile int stalledRequest = -1;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/v1/checks", exchange -> {
            exchange.getRequestBody().readAllBytes();
            if (requests.incrementAndGet() == stalledRequest) {
                pause();
            }
            exchange.sendResponseHeaders(200, 2);
            exchange.getResponseBody().write(new byte[] {'{', '}'});
            exchange.close();
        });
        server.createContext("/v1/busy", exchange -> {
            exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(503, -1);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
        threads.shutdownNow();
    }

    @Test
    void chargesAStallToAllWhoWouldHaveComeMeanwhile() {
        stalledRequest = 20;
        LoadTest.Result result = test(1).openLoop("/v1/checks", 100, Duration.ofSeconds(1));

        assertThat(result.statuses()).containsOnlyKeys(200).containsEntry(200, 100L);
        // Some forty were due during the stall: a client that waits and forgets them would call one of a hundred slow.
        assertThat(result.good().max()).isGreaterThanOrEqualTo(STALL);
        assertThat(result.good().p99()).isGreaterThan(STALL.dividedBy(2));
    }

    @Test
    void keepsEveryConnectionBusyInAClosedLoop() {
        LoadTest.Result result = test(2).closedLoop("/v1/checks", Duration.ofMillis(300));

        assertThat(result.throughput()).isPositive();
        assertThat(result.good().count()).isEqualTo(requests.get());
    }

    @Test
    void countsWhatIsNoGoodAnswer() throws IOException {
        LoadTest.Result result = test(2).openLoop("/v1/busy", 50, Duration.ofMillis(200));

        assertThat(result.statuses()).containsOnlyKeys(503);
        assertThat(result.good().count()).isZero();
        assertThat(test(1).probe("/v1/nothing")).isEqualTo(404);
    }

    private LoadTest test(int connections) {
        URI uri = URI.create("http://localhost:" + server.getAddress().getPort());
        return new LoadTest(uri, Optional.empty(), BODIES, connections);
    }

    private static void pause() {
        try {
            Thread.sleep(STALL);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
