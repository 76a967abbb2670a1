package io.ringsight.api.http;

import io.ringsight.api.decision.CheckDesk;
import io.ringsight.api.pipeline.DetectionSettings;
import io.ringsight.api.pipeline.Installation;
import io.ringsight.api.pipeline.StoreDetection;
import io.ringsight.api.pipeline.StoreIngest;
import io.ringsight.api.pipeline.StoreSettings;
import io.ringsight.api.policy.PolicyFile;
import io.ringsight.api.service.RingService;
import io.ringsight.gnn.pytorch.TorchDevice;
import io.ringsight.ingest.neo4j.Store;
import io.ringsight.ingest.progress.Progress;
import io.ringsight.ingest.simulate.Population;
import io.ringsight.ingest.simulate.SimulationParameters;
import io.ringsight.ingest.source.RejectionSink;
import io.ringsight.ingest.store.SharedLocalStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** The service over a simulated population in the real store: started once for all tests of the JVM. */
final class RunningService {
    private static @Nullable RunningService instance;

    final RingService service;
    final CheckDesk desk;
    final HttpServer server;
    final Path applications;
    private final HttpClient client = HttpClient.newHttpClient();

    private RunningService(CheckDesk desk, HttpServer server, Path applications) {
        this.desk = desk;
        this.service = desk.service();
        this.server = server;
        this.applications = applications;
    }

    static synchronized RunningService get() {
        if (instance == null) {
            instance = start();
        }
        return instance;
    }

    private static RunningService start() {
        try {
            Path folder = Files.createTempDirectory("ringsight-http");
            Population.generate(SimulationParameters.of(800, 3), folder, Progress.silent());
            var address = SharedLocalStore.empty();
            var settings = new StoreSettings(
                    folder.resolve("data"),
                    Optional.of(new StoreSettings.Server(address.uri(), address.user(), address.password())));
            var installation = new Installation(settings, Optional.empty());
            Path applications = folder.resolve("applications.jsonl");
            new StoreIngest(installation).run(List.of(applications), RejectionSink.none(), Progress.silent());
            Store store = installation.connect(Progress.silent());
            var detection = new StoreDetection(installation.types(), withoutEmbedding(), installation.models())
                    .run(store, Progress.silent())
                    .detection();
            RingService service = RingService.open(installation, store, detection, Progress.silent());
            CheckDesk desk = CheckDesk.open(installation, service, PolicyFile.builtIn());
            HttpServer server = HttpServer.start("127.0.0.1", freePort(), ApiKeys.none(), desk);
            return new RunningService(desk, server, applications);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static DetectionSettings withoutEmbedding() {
        return new DetectionSettings(
                0.03,
                0,
                OptionalLong.empty(),
                DetectionSettings.Engine.JVM,
                DetectionSettings.Embedding.NONE,
                TorchDevice.AUTO);
    }

    static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    URI uri(String path) {
        return URI.create("http://localhost:" + server.uri().getPort() + path);
    }

    HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder(uri(path)).build());
    }

    HttpResponse<String> post(String path, String type, String body) {
        return send(HttpRequest.newBuilder(uri(path))
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    HttpResponse<String> send(HttpRequest request) {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
