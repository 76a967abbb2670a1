package io.ringsight.gnn.flight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ringsight.gnn.Graphs;
import io.ringsight.gnn.Views;
import io.ringsight.gnn.arrow.GraphTables;
import io.ringsight.gnn.arrow.Table;
import io.ringsight.gnn.graph.AccountTable;
import io.ringsight.gnn.graph.GraphView;
import io.ringsight.gnn.graph.Resemblances;
import io.ringsight.gnn.inference.ViewScorer;
import io.ringsight.gnn.inference.ViewScores;
import io.ringsight.gnn.model.GraphModel;
import io.ringsight.gnn.pytorch.TorchDevice;
import io.ringsight.gnn.pytorch.TorchSettings;
import io.ringsight.ingest.error.ErrorCode;
import io.ringsight.ingest.error.RingsightException;
import io.ringsight.ingest.progress.Progress;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyStore;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.apache.arrow.flight.AsyncPutListener;
import org.apache.arrow.flight.FlightClient;
import org.apache.arrow.flight.FlightDescriptor;
import org.apache.arrow.flight.FlightRuntimeException;
import org.apache.arrow.flight.FlightStatusCode;
import org.apache.arrow.flight.Location;
import org.apache.arrow.flight.Ticket;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.types.pojo.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Over a real socket of the loopback address. */
class EmbeddingsServerTest {
    private static final TorchSettings ONE_THREAD = new TorchSettings(TorchDevice.CPU, 1);
    private static final SharedToken TOKEN = SharedToken.of("0123456789abcdef", "the test");
    private static final long ROOM = 200_000_000;

    private final GraphView view = Views.of(Graphs.random(40_000, 9_000, 1, 700)); // more than a batch
    private final byte[] known = Views.labels(40_000, 2);
    private final GraphModel model = Views.model(view, 16, 2, 3);

    @Test
    void saysTheSameBytesAsTheNetworkInThisProcess() {
        try (var server = server(Optional.of(TOKEN), ROOM);
                var there = client(server, Optional.of(TOKEN));
                var here = ViewScorer.here(model, ONE_THREAD)) {
            same(there.score(view, known, Progress.silent()), here.score(view, known, Progress.silent()));
            same(
                    there.score(view, new byte[40_000], Progress.silent()),
                    here.score(view, new byte[40_000], Progress.silent()));
            assertThat(server.reserved()).isZero();
        }
    }

    @Test
    void answersSeveralAtOnce() throws Exception {
        try (var server = server(Optional.empty(), ROOM);
                var threads = Executors.newFixedThreadPool(3);
                var here = ViewScorer.here(model, ONE_THREAD);
                ViewScores expected = here.score(view, known, Progress.silent())) {
            Future<?>[] clients = new Future<?>[3];
            for (int i = 0; i < clients.length; i++) {
                clients[i] = threads.submit(() -> {
                    try (var there = client(server, Optional.empty());
                            ViewScores scores = there.score(view, known, Progress.silent())) {
                        assertThat(scores.logOdds()).isEqualTo(expected.logOdds());
                    }
                });
            }
            for (Future<?> client : clients) {
                client.get();
            }
            assertThat(server.reserved()).isZero();
        }
    }

    @Test
    void refusesFeaturesOfAnotherSchema() {
        var snapshot = Graphs.random(400, 150, 3, 900);
        var more = new AccountTable(List.of("evidence_bits"), List.of(new float[400]));
        var other = GraphView.of(snapshot, snapshot.newestTime(), Resemblances.none(), more, Progress.silent());
        try (var server = server(Optional.empty(), ROOM);
                var there = client(server, Optional.empty())) {
            assertThatThrownBy(() -> there.score(other, new byte[400], Progress.silent()))
                    .isInstanceOfSatisfying(RingsightException.class, e -> {
                        assertThat(e.code()).isEqualTo(ErrorCode.INPUT_MALFORMED);
                        assertThat(e)
                                .hasMessageContaining(model.schema().hash())
                                .hasMessageContaining(other.schema().hash())
                                .hasMessageContaining("evidence_bits");
                        assertThat(e.hint()).startsWith("Maybe train a new model");
                    });
            assertThat(server.reserved()).isZero();
        }
    }

    @Test
    void letsNobodyInWithoutTheToken() {
        var another = SharedToken.of("fedcba9876543210", "the test");
        try (var server = server(Optional.of(TOKEN), ROOM)) {
            for (var shown : List.of(Optional.<SharedToken>empty(), Optional.of(another))) {
                try (var there = client(server, shown)) {
                    assertThatThrownBy(() -> there.score(view, known, Progress.silent()))
                            .isInstanceOfSatisfying(RingsightException.class, e -> {
                                assertThat(e.code()).isEqualTo(ErrorCode.UNAUTHORISED);
                                assertThat(e)
                                        .hasMessageContaining("oken")
                                        .message()
                                        .doesNotContain("fedcba");
                                assertThat(e.hint()).contains("--token-file");
                            });
                }
            }
        }
    }

    @Test
    void refusesWhatDoesNotFitBeforeMakingRoom() {
        try (var server = server(Optional.empty(), 1_000_000);
                var there = client(server, Optional.empty())) {
            assertThatThrownBy(() -> there.score(view, known, Progress.silent()))
                    .isInstanceOfSatisfying(RingsightException.class, e -> {
                        assertThat(e.code()).isEqualTo(ErrorCode.TOO_LARGE);
                        assertThat(e).message().matches(".*This view takes \\d+ MB; the server has 1 MB for all\\.");
                        assertThat(e.hint()).contains("--memory");
                    });
        }
        try (var server = server(Optional.empty(), ROOM);
                var peer = new Peer(server)) {
            for (String number : List.of("2000000000", "-1", "many")) {
                var refused = peer.refused(() -> peer.put("huge", table("uses"), "accounts", number, 1));
                assertThat(refused.status().code())
                        .isEqualTo(
                                number.startsWith("2")
                                        ? FlightStatusCode.RESOURCE_EXHAUSTED
                                        : FlightStatusCode.INVALID_ARGUMENT);
                assertThat(refused.status().description()).contains("\nMaybe ");
            }
            assertThat(server.reserved()).isZero();
        }
    }

    @Test
    void refusesTablesThatAreCutShortOrNotThere() {
        try (var server = server(Optional.empty(), ROOM);
                var peer = new Peer(server)) {
            assertThat(peer.refused(() -> peer.put("cut", table("pairs"), "", "", 1))
                            .status()
                            .description())
                    .contains("Table pairs has 32768 rows where the view has "
                            + view.graph().pairCount());
            assertThat(server.reserved()).isZero();
            peer.put("part", table("uses"), "", "", Integer.MAX_VALUE);
            assertThat(server.reserved()).isPositive();
            assertThat(peer.refused(() -> peer.put("part", table("pairs"), "moment", "5", 1))
                            .status()
                            .description())
                    .contains("of another view");
            peer.put("half", table("uses"), "", "", Integer.MAX_VALUE);
            assertThat(peer.refused(() -> peer.get("half")).status().description())
                    .contains("Table identifiers has 0 rows");
            assertThat(peer.refused(() -> peer.get("nobody")).status().code()).isEqualTo(FlightStatusCode.NOT_FOUND);
            assertThat(server.reserved()).isZero();
        }
    }

    @Test
    void forgetsAClientThatLeavesMidway() throws Exception {
        try (var server = server(Optional.empty(), ROOM)) {
            try (var peer = new Peer(server)) {
                peer.leave("gone", table("pairs"));
            }
            emptyWithin(server, Duration.ofSeconds(10));
            try (var peer = new Peer(server)) {
                peer.put("idle", table("uses"), "", "", Integer.MAX_VALUE);
            }
            emptyWithin(server, Duration.ofSeconds(10));
            try (var there = client(server, Optional.empty());
                    ViewScores scores = there.score(view, known, Progress.silent())) {
                assertThat(scores.logOdds()).hasSize(40_000);
            }
        }
    }

    @Test
    void anAskerWhoStopsIsToldSoAndLeavesNothing() throws Exception {
        try (var server = server(Optional.empty(), ROOM);
                var there = client(server, Optional.empty())) {
            assertThatThrownBy(() -> there.score(view, known, Progress.silentUntil(() -> true)))
                    .isInstanceOfSatisfying(
                            RingsightException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.CANCELLED));
            emptyWithin(server, Duration.ofSeconds(10));
        }
    }

    @Test
    void speaksTls(@TempDir Path folder) throws Exception {
        var certificate = certificate(folder);
        var settings = new ServerSettings(
                "localhost",
                0,
                Optional.of(TOKEN),
                Optional.of(certificate),
                ROOM,
                ServerSettings.PATIENCE,
                ONE_THREAD);
        try (var server = EmbeddingsServer.start(model, settings)) {
            var address = ServerAddress.parse("localhost:" + server.port(), Optional.of(certificate.chain()));
            try (var there = EmbeddingsClient.of(address, Optional.of(TOKEN));
                    ViewScores scores = there.score(view, known, Progress.silent())) {
                assertThat(scores.width()).isEqualTo(16);
            }
            for (String wrong : List.of("grpc+tls://localhost:" + server.port(), "localhost:" + server.port())) {
                try (var there =
                        EmbeddingsClient.of(ServerAddress.parse(wrong, Optional.empty()), Optional.of(TOKEN))) {
                    assertThatThrownBy(() -> there.score(view, known, Progress.silent()))
                            .isInstanceOfSatisfying(
                                    RingsightException.class,
                                    e -> assertThat(e.code()).isEqualTo(ErrorCode.ENGINE_UNAVAILABLE));
                }
            }
        }
    }

    @Test
    void saysWhenNobodyListens() {
        try (var there = EmbeddingsClient.of(ServerAddress.parse("127.0.0.1:1", Optional.empty()), Optional.empty())) {
            assertThatThrownBy(() -> there.score(view, known, Progress.silent()))
                    .isInstanceOfSatisfying(RingsightException.class, e -> {
                        assertThat(e.code()).isEqualTo(ErrorCode.ENGINE_UNAVAILABLE);
                        assertThat(e).hasMessageContaining("127.0.0.1:1");
                        assertThat(e.hint()).startsWith("Maybe it is not running");
                    });
        }
    }

    @Test
    void aPortThatIsTakenIsSaid() {
        try (var server = server(Optional.empty(), ROOM)) {
            var settings = new ServerSettings(
                    "127.0.0.1",
                    server.port(),
                    Optional.empty(),
                    Optional.empty(),
                    ROOM,
                    ServerSettings.PATIENCE,
                    ONE_THREAD);
            assertThatThrownBy(() -> EmbeddingsServer.start(model, settings))
                    .isInstanceOfSatisfying(
                            RingsightException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.PORT_IN_USE));
        }
    }

    @Test
    void aServerThatStopsMidwayLeavesNoHalfAnswer() throws Exception {
        try (var threads = Executors.newSingleThreadExecutor();
                var server = server(Optional.empty(), ROOM);
                var there = client(server, Optional.empty())) {
            var answer = threads.submit(() -> {
                while (true) {
                    there.score(view, known, Progress.silent()).close();
                }
            });
            while (server.reserved() == 0) {
                Thread.sleep(5);
            }
            server.close();
            assertThatThrownBy(() -> answer.get(30, TimeUnit.SECONDS)).hasCauseInstanceOf(RingsightException.class);
        }
    }

    @Test
    void listensToOthersOnlyWithAToken() {
        assertThatThrownBy(() -> new ServerSettings(
                        "0.0.0.0", 0, Optional.empty(), Optional.empty(), ROOM, ServerSettings.PATIENCE, ONE_THREAD))
                .isInstanceOf(RingsightException.class)
                .hasMessageContaining("0.0.0.0 without a token");
    }

    @Test
    void readsATokenThatIsItsOwnersAlone(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("token"), "0123456789abcdef\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
        assertThatThrownBy(() -> SharedToken.read(file)).hasMessageContaining("others than its owner");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        assertThat(SharedToken.read(file).is("Bearer 0123456789abcdef")).isTrue();
        assertThat(SharedToken.read(file)).asString().doesNotContain("0123");
        Files.writeString(file, "short");
        assertThatThrownBy(() -> SharedToken.read(file)).hasMessageContaining("5 characters");
    }

    private Table table(String name) {
        return GraphTables.of(view).stream()
                .filter(table -> table.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private EmbeddingsServer server(Optional<SharedToken> token, long memory) {
        return EmbeddingsServer.start(
                model,
                new ServerSettings(
                        "127.0.0.1", 0, token, Optional.empty(), memory, Duration.ofMillis(700), ONE_THREAD));
    }

    private static EmbeddingsClient client(EmbeddingsServer server, Optional<SharedToken> token) {
        return EmbeddingsClient.of(ServerAddress.parse("127.0.0.1:" + server.port(), Optional.empty()), token);
    }

    private static void same(ViewScores there, ViewScores here) {
        try (there;
                here) {
            assertThat(there.logOdds()).isEqualTo(here.logOdds());
            assertThat(there.width()).isEqualTo(here.width());
            FloatBuffer one = FloatBuffer.allocate(40_000 * here.width());
            FloatBuffer other = FloatBuffer.allocate(one.capacity());
            there.copyEmbeddings(0, 40_000, one);
            here.copyEmbeddings(0, 40_000, other);
            assertThat(Arrays.equals(one.array(), other.array())).isTrue();
        }
    }

    private static void emptyWithin(EmbeddingsServer server, Duration time) throws InterruptedException {
        long end = System.nanoTime() + time.toNanos();
        while (server.reserved() > 0 && System.nanoTime() < end) {
            Thread.sleep(20);
        }
        assertThat(server.reserved()).isZero();
    }

    private static ServerSettings.Certificate certificate(Path folder) throws Exception {
        Path store = folder.resolve("store.p12");
        String[] words = {
            Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
            "-genkeypair",
            "-alias",
            "it",
            "-keyalg",
            "EC",
            "-groupname",
            "secp256r1",
            "-dname",
            "CN=localhost",
            "-ext",
            "SAN=dns:localhost",
            "-validity",
            "2",
            "-storetype",
            "PKCS12",
            "-storepass",
            "password",
            "-keystore",
            store.toString()
        };
        assertThat(new ProcessBuilder(words)
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("log").toFile())
                        .start()
                        .waitFor())
                .isZero();
        KeyStore keys = KeyStore.getInstance(store.toFile(), "password".toCharArray());
        return new ServerSettings.Certificate(
                pem(
                        folder.resolve("chain.pem"),
                        "CERTIFICATE",
                        keys.getCertificate("it").getEncoded()),
                pem(
                        folder.resolve("key.pem"),
                        "PRIVATE KEY",
                        keys.getKey("it", "password".toCharArray()).getEncoded()));
    }

    private static Path pem(Path file, String what, byte[] content) throws IOException {
        String text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content);
        return Files.writeString(file, "-----BEGIN " + what + "-----\n" + text + "\n-----END " + what + "-----\n");
    }

    /** A client that does as it likes. */
    private static final class Peer implements AutoCloseable {
        private final RootAllocator allocator = new RootAllocator();
        private final FlightClient client;

        Peer(EmbeddingsServer server) {
            client = FlightClient.builder(allocator, Location.forGrpcInsecure("127.0.0.1", server.port()))
                    .build();
        }

        /** Sends so many batches of a table, with one word of its metadata changed. */
        void put(String id, Table table, String key, String value, int batches) {
            var metadata = new HashMap<>(table.schema().getCustomMetadata());
            if (!key.isEmpty()) {
                metadata.put(key, value);
            }
            try (var batch = VectorSchemaRoot.create(new Schema(table.schema().getFields(), metadata), allocator)) {
                var answer = new AsyncPutListener();
                var stream = client.startPut(FlightDescriptor.path(id, table.name()), batch, answer);
                int[] left = {batches};
                table.through(batch, allocator, () -> {
                    if (left[0]-- > 0 && !answer.isCancelled()) {
                        stream.putNext();
                    }
                });
                stream.completed();
                answer.getResult();
            } catch (IllegalStateException over) {
                throw new AssertionError("The call was over before its answer was asked for.", over);
            }
        }

        void leave(String id, Table table) {
            try (var batch = VectorSchemaRoot.create(table.schema(), allocator)) {
                var stream = client.startPut(FlightDescriptor.path(id, table.name()), batch, new AsyncPutListener());
                table.filler().fill(batch, 0, 1000, allocator);
                batch.setRowCount(1000);
                stream.putNext();
                stream.error(new IllegalStateException("Gone."));
            }
        }

        void get(String id) {
            try (var stream = client.getStream(new Ticket(id.getBytes(java.nio.charset.StandardCharsets.UTF_8)))) {
                stream.next();
            } catch (FlightRuntimeException e) {
                throw e;
            } catch (Exception e) {
                throw new AssertionError(e);
            }
        }

        FlightRuntimeException refused(Runnable call) {
            try {
                call.run();
            } catch (FlightRuntimeException e) {
                return e;
            }
            throw new AssertionError("It was not refused.");
        }

        @Override
        public void close() {
            try {
                client.close();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            allocator.close();
        }
    }
}
