package io.ringsight.detect.neo4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.ringsight.cypher.Statement;
import io.ringsight.detect.Detection;
import io.ringsight.detect.DetectionParameters;
import io.ringsight.detect.DetectionRun;
import io.ringsight.detect.Population;
import io.ringsight.detect.cluster.ComponentEngine;
import io.ringsight.detect.evidence.Resemblances;
import io.ringsight.detect.gds.GdsEngine;
import io.ringsight.detect.lineage.Cause;
import io.ringsight.detect.lineage.Causes;
import io.ringsight.detect.lineage.LearnedSince;
import io.ringsight.detect.lineage.LineageEvent;
import io.ringsight.detect.lineage.RingHistory;
import io.ringsight.detect.lineage.RingVersion;
import io.ringsight.detect.lineage.Succession;
import io.ringsight.detect.neo4j.DetectionStore.Published;
import io.ringsight.detect.ring.Ring;
import io.ringsight.ingest.error.RingsightException;
import io.ringsight.ingest.neo4j.GraphWriter;
import io.ringsight.ingest.neo4j.SnapshotReader;
import io.ringsight.ingest.neo4j.Store;
import io.ringsight.ingest.progress.Progress;
import io.ringsight.ingest.record.AccountLabel;
import io.ringsight.ingest.record.AccountLabel.Verdict;
import io.ringsight.ingest.record.IdentifierTypes;
import io.ringsight.ingest.snapshot.IdentityGraph;
import io.ringsight.ingest.store.SharedLocalStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DetectionStoreIT {
    private long clock;
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

    @Test
    void givesBackAnEqualDetection() {
        write(population(300));
        Found found = found(snapshot(), ComponentEngine.jvm());
        assertThat(found.detection.rings()).isNotEmpty();
        assertThat(DetectionStore.read(store)).isEmpty();
        long number = publish(found);
        assertThat(DetectionStore.read(store)).contains(found.detection);
        assertThat(DetectionStore.currentNumber(store)).contains(number);
    }

    @Test
    void theStoresSnapshotAndEngineGiveTheSameAsFiles() {
        Population population = population(300);
        write(population);
        Detection fromStore = detect(snapshot(), GdsEngine.orJvm(store));
        Detection fromFiles = detect(population.graph(), ComponentEngine.jvm());
        assertThat(fromStore.facts().engine()).isEqualTo("gds");
        assertThat(fromStore.accounts()).isEqualTo(fromFiles.accounts());
        assertThat(fromStore.rings()).isEqualTo(fromFiles.rings());
        assertThat(fromStore.links()).isEqualTo(fromFiles.links());
    }

    @Test
    void theNextDetectionTakesThePlaceOfTheLast() {
        write(population(100));
        long firstNumber = publish(found(snapshot(), ComponentEngine.jvm()));
        write(population(300));
        for (int i = 0; i < 3; i++) {
            Found next = found(snapshot(), ComponentEngine.jvm());
            assertThat(publish(next)).isGreaterThan(firstNumber);
            assertThat(DetectionStore.read(store)).contains(next.detection);
        }
    }

    @Test
    void detectionsBeforeItAreKeptUntilThereAreTooMany() {
        write(population(100));
        Found first = found(snapshot(), ComponentEngine.jvm());
        long number = publish(first);
        write(population(300));
        for (int i = 0; i < Publication.KEPT; i++) {
            publish(found(snapshot(), ComponentEngine.jvm()));
            assertThat(DetectionStore.read(store, number)).contains(first.detection);
        }
        publish(found(snapshot(), ComponentEngine.jvm()));
        assertThat(DetectionStore.read(store, number)).isEmpty();
        assertThat(DetectionStore.read(store, number + 1)).isPresent();
        assertThat(DetectionStore.read(store, number + 100)).isEmpty();
    }

    @Test
    void whatCannotBeWrittenWholeIsNotShown() {
        write(population(100));
        Found first = found(snapshot(), ComponentEngine.jvm());
        publish(first);
        Found ofOthers = found(population(300).graph(), ComponentEngine.jvm());
        assertThatThrownBy(() -> publish(ofOthers))
                .isInstanceOf(RingsightException.class)
                .hasMessageContaining("not whole");
        assertThat(DetectionStore.read(store)).contains(first.detection);
        publish(first);
        assertThat(DetectionStore.read(store)).contains(first.detection);
    }

    @Test
    void aRingKeepsItsIdWhileItGrowsAndTheStoreKnowsWhatItWas() {
        write(population(30));
        Published first = publishAll(found(snapshot(), ComponentEngine.jvm()), Causes.unknown());
        Ring ring = first.detection().rings().getFirst();
        String device = "device:a" + ring.members().getFirst().substring(1).replaceAll(".$", "");
        write(new Population()
                .account("B1", 70, device, device.replace("device", "payment"), device.replace("device", "phone")));
        var since = new LearnedSince(snapshot().createdAt(snapshot().findAccount("A29")) + 1).snapshot(snapshot());
        Published second = publishAll(found(snapshot(), ComponentEngine.jvm()), since.causes("rules", clock));
        Ring grown = second.detection().ring(ring.ringId()).orElseThrow();
        assertThat(grown.members()).hasSize(ring.size() + 1).contains("B1");
        assertThat(DetectionStore.read(store)).contains(second.detection());
        assertThat(LineageStore.versions(store, ring.ringId()))
                .extracting(RingVersion::members)
                .containsExactly(ring.members(), grown.members());
        LineageEvent event = LineageStore.events(store, ring.ringId()).getLast();
        assertThat(event.kind()).isEqualTo(LineageEvent.Kind.GREW);
        assertThat(event.causes()).extracting(Cause::kind, Cause::of).containsExactly(tuple(Cause.Kind.ACCOUNT, "B1"));
        assertThat(LineageStore.eventsSince(store, clock)).containsExactly(event);
        assertThat(publishAll(found(snapshot(), ComponentEngine.jvm()), Causes.unknown())
                        .succession()
                        .events())
                .isEmpty();
        assertThat(LineageStore.history(store).standing())
                .hasSameSizeAs(second.detection().rings());
    }

    @Test
    void whoIsOvertakenIsRefusedAndLeavesNoTrace() {
        write(population(30));
        Found found = found(snapshot(), ComponentEngine.jvm());
        var succession = Succession.of(
                RingHistory.none(),
                found.detection.rings().stream().map(Ring::members).toList(),
                Causes.unknown(),
                1);
        publish(found);
        assertThatThrownBy(() -> new DetectionWriter(store, new Publication(0, Causes.unknown(), 0, 0, 0, 1))
                        .publish(found.detection, found.resemblances, succession))
                .isInstanceOf(RingsightException.class)
                .hasMessageContaining("overtaken");
        assertThat(LineageStore.history(store).standing()).hasSameSizeAs(found.detection.rings());
        publish(found);
        assertThat(LineageStore.history(store).standing()).hasSameSizeAs(found.detection.rings());
        assertThat(store.read(
                        Statement.DETECTION_COUNT.with(java.util.Map.of("number", 2L)),
                        row -> row.get("versions").asLong()))
                .containsExactly(0L);
    }

    private void write(Population population) {
        try (var writer = new GraphWriter(store, 1)) {
            population.applications().forEach(writer::application);
        }
    }

    private IdentityGraph snapshot() {
        return SnapshotReader.read(store, IdentifierTypes.builtIn(), Progress.silent())
                .graph();
    }

    private static Population population(int accounts) {
        var population = new Population();
        for (int i = 0; i < accounts; i++) {
            String same = i % 10 < 3 ? ":a" + i / 10 : ":a" + i; // three of ten in the same hands
            population.account(
                    "A" + i, i % 60, "email:a" + i, "device" + same, "payment" + same, "phone" + same, "ip:office");
        }
        return population;
    }

    private static Detection detect(IdentityGraph graph, ComponentEngine engine) {
        return found(graph, engine).detection;
    }

    private static Found found(IdentityGraph graph, ComponentEngine engine) {
        var resemblances = new ArrayList<Resemblances>();
        Detection detection = new DetectionRun(DetectionParameters.defaults(), engine, Optional.empty())
                .run(
                        graph,
                        List.of(new AccountLabel("A1", Verdict.FRAUD, 1)),
                        Progress.silent(),
                        found -> resemblances.add(Resemblances.of(graph, found.pairs(), Progress.silent())));
        return new Found(detection, resemblances.getFirst());
    }

    /** What one run has to publish. */
    private record Found(Detection detection, Resemblances resemblances) {}

    private long publish(Found found) {
        return publishAll(found, Causes.unknown()).number();
    }

    private Published publishAll(Found found, Causes causes) {
        return DetectionStore.publish(
                store,
                found.detection,
                found.resemblances,
                new Publication(DetectionStore.currentNumber(store).orElse(0L), causes, 0, 0, 0, ++clock));
    }
}
