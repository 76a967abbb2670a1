package io.ringsight.detect.neo4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.ringsight.cypher.Statement;
import io.ringsight.detect.DetectionParameters;
import io.ringsight.detect.DetectionRun;
import io.ringsight.detect.cluster.ComponentEngine;
import io.ringsight.detect.evidence.Resemblances;
import io.ringsight.detect.lineage.Causes;
import io.ringsight.detect.lineage.Interim;
import io.ringsight.ingest.intake.Intake;
import io.ringsight.ingest.neo4j.GraphWriter;
import io.ringsight.ingest.neo4j.SnapshotReader;
import io.ringsight.ingest.neo4j.Store;
import io.ringsight.ingest.progress.Progress;
import io.ringsight.ingest.record.IdentifierTypes;
import io.ringsight.ingest.snapshot.IdentityGraph;
import io.ringsight.ingest.source.RejectionSink;
import io.ringsight.ingest.store.SharedLocalStore;
import io.ringsight.ingest.tokenise.KeySets;
import io.ringsight.ingest.vault.Vault;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From files to edges between identifiers that are near each other, in the store. */
class ResemblanceIT {
    private static final IdentifierTypes TYPES = IdentifierTypes.builtIn();
    private static final BigInteger FACE = new BigInteger(255, new Random(99));

    @TempDir
    Path folder;

    private final KeySets keys = KeySets.ephemeral(TYPES);
    private Store store = Store.connect(SharedLocalStore.address());

    @BeforeEach
    void emptyTheStore() {
        store.close();
        store = Store.connect(SharedLocalStore.empty());
    }

    @AfterEach
    void close() {
        store.close();
    }

    /** An edge as the store has it. */
    private record Edge(
            String one,
            String other,
            String type,
            String kind,
            @Nullable Long distance,
            @Nullable Double similarity,
            double likelihood) {}

    @Test
    void nearFacesAndNumbersAreTiedWithTheirDistance() throws IOException {
        ingest();
        publish();
        List<Edge> edges = edges();

        assertThat(edges)
                .filteredOn(edge -> edge.type.equals("biometric"))
                .singleElement()
                .satisfies(edge -> {
                    assertThat(edge.kind).isEqualTo("bits");
                    assertThat(edge.distance).isEqualTo(5);
                    assertThat(edge.similarity).isCloseTo(1 - 5 / 256.0, within(1e-9));
                    assertThat(edge.likelihood).isGreaterThan(5);
                });
        assertThat(edges)
                .filteredOn(edge -> edge.type.equals("document") && edge.kind.equals("series"))
                .singleElement()
                .satisfies(edge -> {
                    assertThat(edge.kind).isEqualTo("series");
                    assertThat(edge.distance).isPositive();
                });
        assertThat(edges)
                .filteredOn(edge -> edge.type.equals("phone"))
                .singleElement()
                .satisfies(edge -> {
                    assertThat(edge.kind).isEqualTo("series");
                    assertThat(edge.distance).isNull();
                });
        assertThat(edges).allSatisfy(edge -> assertThat(edge.one).isLessThan(edge.other));
    }

    @Test
    void theNextDetectionTakesTheirPlace() throws IOException {
        ingest();
        long first = publish();
        List<Edge> found = edges(first);
        for (int i = 0; i < 2; i++) {
            long next = publish();
            assertThat(edges(next)).containsExactlyInAnyOrderElementsOf(found);
        }
        assertThat(edges(first)).isEmpty();
        assertThat(edges(first + 1)).isNotEmpty(); // for whoever still reads the one before
    }

    private void ingest() throws IOException {
        var applications = new StringBuilder();
        for (int i = 0; i < 80; i++) {
            applications.append(application(
                    "A" + i,
                    i % 28 + 1,
                    "d" + i,
                    new BigInteger(255, new Random(i)),
                    new Random(i).nextInt(90_000_000)));
        }
        applications.append(application("P1", 3, "mill", FACE, 7_700_000));
        applications.append(application(
                "P2",
                4,
                "mill",
                FACE.flipBit(3).flipBit(40).flipBit(90).flipBit(91).flipBit(200),
                7_700_001));
        Path file = Files.writeString(folder.resolve("applications.jsonl"), applications);
        try (var writer = new GraphWriter(store, keys.version())) {
            new Intake(TYPES, keys, Vault.off()).run(List.of(file), writer, RejectionSink.none(), Progress.silent());
        }
    }

    private static String application(String id, int day, String device, BigInteger face, int number) {
        return """
                {"account_id":"%s","created_at":"2026-03-%02dT10:00:00Z","identifiers":[{"type":"device","value":"%s"},\
                {"type":"biometric","value":"%064x"},{"type":"document","value":"passport:GB:%09d"},\
                {"type":"phone","value":"+447%09d"}]}
                """.formatted(id, day, device, face, 100_000_000 + number, 400_000_000 + number);
    }

    private long publish() {
        IdentityGraph graph =
                SnapshotReader.read(store, TYPES, Progress.silent()).graph();
        var resemblances = new ArrayList<Resemblances>();
        var detection = new DetectionRun(DetectionParameters.defaults(), ComponentEngine.jvm(), Optional.empty())
                .run(
                        graph,
                        List.of(),
                        Progress.silent(),
                        found -> resemblances.add(Resemblances.of(graph, found.pairs(), Progress.silent())));
        return DetectionStore.publish(
                        store,
                        detection,
                        resemblances.getFirst(),
                        new Publication(
                                DetectionStore.currentNumber(store).orElse(0L),
                                Causes.unknown(),
                                0,
                                0,
                                Interim.NONE,
                                0,
                                0,
                                1))
                .number();
    }

    private List<Edge> edges() {
        return edges(DetectionStore.currentNumber(store).orElseThrow());
    }

    private List<Edge> edges(long number) {
        Map<String, String> types = new HashMap<>();
        IdentityGraph graph =
                SnapshotReader.read(store, TYPES, Progress.silent()).graph();
        for (int i = 0; i < graph.identifierCount(); i++) {
            types.put(
                    graph.token(i).hex(),
                    graph.types().get(graph.identifierType(i)).name());
        }
        return store.read(
                Statement.DETECTION_RESEMBLANCES.with(Map.of("number", number)),
                row -> new Edge(
                        row.get("one").asString(),
                        row.get("other").asString(),
                        types.getOrDefault(row.get("one").asString(), ""),
                        row.get("kind").asString(),
                        row.get("distance").isNull()
                                ? null
                                : row.get("distance").asLong(),
                        row.get("similarity").isNull()
                                ? null
                                : row.get("similarity").asDouble(),
                        row.get("likelihood").asDouble()));
    }
}
