package io.ringsight.api.pipeline;

import io.ringsight.detect.Detection;
import io.ringsight.detect.DetectionRun;
import io.ringsight.detect.cluster.ComponentEngine;
import io.ringsight.detect.disposition.DispositionLog;
import io.ringsight.detect.disposition.Judgements;
import io.ringsight.detect.evidence.Resemblances;
import io.ringsight.detect.gds.GdsEngine;
import io.ringsight.detect.incremental.LiveDetection;
import io.ringsight.detect.lineage.Causes;
import io.ringsight.detect.lineage.Interim;
import io.ringsight.detect.lineage.LearnedSince;
import io.ringsight.detect.lineage.Succession;
import io.ringsight.detect.neo4j.DetectionStore;
import io.ringsight.detect.neo4j.DispositionStore;
import io.ringsight.detect.neo4j.EpochReader;
import io.ringsight.detect.neo4j.LineageStore;
import io.ringsight.detect.neo4j.LineageStore.Epoch;
import io.ringsight.detect.neo4j.Publication;
import io.ringsight.detect.registry.ModelBundle;
import io.ringsight.detect.registry.ModelRegistry;
import io.ringsight.detect.risk.Findings;
import io.ringsight.detect.risk.learned.TrainedModel;
import io.ringsight.gnn.pytorch.TorchSettings;
import io.ringsight.ingest.error.ErrorCode;
import io.ringsight.ingest.error.RingsightException;
import io.ringsight.ingest.neo4j.ArrivalReader;
import io.ringsight.ingest.neo4j.LabelStore;
import io.ringsight.ingest.neo4j.SnapshotReader;
import io.ringsight.ingest.neo4j.Store;
import io.ringsight.ingest.neo4j.StoreSnapshot;
import io.ringsight.ingest.progress.Progress;
import io.ringsight.ingest.record.AccountLabel;
import io.ringsight.ingest.record.IdentifierTypes;
import io.ringsight.ingest.snapshot.IdentityGraph;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** A detection over what a store holds, published there. */
public final class StoreDetection {
    private final IdentifierTypes types;
    private final DetectionSettings settings;
    private final ModelRegistry models;
    private final int kept;
    private final Clock clock = Clock.systemUTC();
    private final Stopwatch stopwatch = new Stopwatch();

    /** @param models whose champion judges, and whose shadow is reported */
    public StoreDetection(IdentifierTypes types, DetectionSettings settings, ModelRegistry models) {
        this(types, settings, models, Publication.KEPT);
    }

    /**
     * @param models whose champion judges, and whose shadow is reported
     * @param kept how many detections before it stay in the store, at least 1
     */
    public StoreDetection(IdentifierTypes types, DetectionSettings settings, ModelRegistry models, int kept) {
        this.types = types;
        this.settings = settings;
        this.models = models;
        this.kept = kept;
    }

    /** What it came to. */
    public record Result(IdentityGraph graph, Detection detection, Succession succession, RunReport report) {}

    public Result run(Store store, Progress progress) {
        long started = System.nanoTime();
        long base = DetectionStore.currentNumber(store).orElse(0L);
        Optional<Epoch> last = LineageStore.lastEpoch(store);
        StoreSnapshot read = stopwatch.time("read", () -> SnapshotReader.exactly(store, types, progress));
        IdentityGraph all = read.graph();
        if (all.accountCount() == 0) {
            throw new RingsightException(
                    ErrorCode.NOT_FOUND,
                    "The store at " + store.address().uri() + " holds no account yet.",
                    "Maybe run ingest first, or name another folder with --data.");
        }
        IdentityGraph graph = stopwatch.time(
                "snapshot",
                () -> settings.asOf().isPresent() ? all.asOf(settings.asOf().getAsLong()) : all);
        List<AccountLabel> labels = LabelStore.read(store);
        DispositionLog log = DispositionStore.read(store);
        var run = new DetectionRun(settings.parameters(), engine(store), settings.embedder(), model(models.champion()))
                .under(Judgements.at(log.dispositions(), settings.asOf().orElse(clock.millis())));
        var found = new AtomicReference<@Nullable Findings>();
        Detection detected = run.run(graph, labels, progress, found::set);
        DetectionStore.Published published = stopwatch.time("write", () -> {
            var resemblances =
                    Resemblances.of(graph, Objects.requireNonNull(found.get()).pairs(), progress);
            long now = clock.millis();
            Causes since = last.map(before -> new LearnedSince(before.moment())
                            .snapshot(graph)
                            .labels(labels)
                            .dispositions(log.dispositions(), before.dispositions())
                            .causes(detected.facts().modelVersion(), now))
                    .orElseGet(Causes::unknown);
            return DetectionStore.publish(
                    store,
                    detected,
                    resemblances,
                    new Publication(
                            base,
                            since,
                            moment(graph, now),
                            log.last(),
                            interim(store, last, read.sequence(), log),
                            read.sequence(),
                            now,
                            kept));
        });
        Detection detection = published.detection();
        var report = new RunReport(detection, graph, Optional.empty(), labels.size(), stopwatch.timings(), started);
        model(models.shadow())
                .ifPresent(shadow -> report.shadow(ShadowReport.of(
                        shadow, Objects.requireNonNull(found.get()), settings, labels, detection, progress)));
        report.changes(published.succession());
        return new Result(graph, detection, published.succession(), report);
    }

    /** What became of rings since the last detection: what a service that followed it told. */
    private Interim interim(Store store, Optional<Epoch> last, long sequence, DispositionLog log) {
        if (last.isEmpty() || last.get().sequence().isEmpty() || settings.asOf().isPresent()) {
            return Interim.NONE;
        }
        Epoch epoch = last.get();
        long after = epoch.sequence().getAsLong();
        int arrivals = ArrivalReader.sequences(store, after, sequence).length;
        boolean isSame = arrivals == 0 && log.last() == epoch.dispositions();
        Optional<Detection> before = isSame || arrivals > EpochReader.MOST_ARRIVALS
                ? Optional.empty()
                : DetectionStore.read(store, epoch.number());
        if (before.isEmpty()) {
            return Interim.NONE;
        }
        LiveDetection live = EpochReader.read(store, types, before.get(), epoch.number(), after, Progress.silent());
        EpochReader.follow(store, live, log.dispositions(), epoch.at(), after, sequence);
        live.follow(Judgements.at(log.dispositions(), clock.millis()), log.last(), clock.millis());
        return live.changes().lineage();
    }

    /** What it knows nothing after: callers may write times that are still to come. */
    private long moment(IdentityGraph graph, long now) {
        return Math.min(settings.asOf().orElse(now), graph.newestTime());
    }

    private Optional<TrainedModel> model(Optional<String> id) {
        var torch = TorchSettings.DEFAULT.on(settings.device());
        return id.map(models::read).map(ModelBundle::model).map(model -> model.on(torch));
    }

    /** GDS where it was asked for and is there; what the report names is what was used. */
    private ComponentEngine engine(Store store) {
        return settings.engine() == DetectionSettings.Engine.GDS ? GdsEngine.orJvm(store) : ComponentEngine.jvm();
    }
}
