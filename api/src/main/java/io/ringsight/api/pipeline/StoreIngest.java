package io.ringsight.api.pipeline;

import io.ringsight.ingest.intake.IntakeReport;
import io.ringsight.ingest.neo4j.BulkLoad;
import io.ringsight.ingest.neo4j.GraphWriter;
import io.ringsight.ingest.neo4j.Store;
import io.ringsight.ingest.progress.Progress;
import io.ringsight.ingest.source.RejectionSink;
import io.ringsight.ingest.store.LocalStore;
import io.ringsight.ingest.tokenise.KeySets;
import java.nio.file.Path;
import java.util.List;

/** Application files into the store: by the offline importer when the local store is new, else in batches over Bolt. */
public final class StoreIngest {
    private final Installation installation;

    public StoreIngest(Installation installation) {
        this.installation = installation;
    }

    public IntakeReport run(List<Path> paths, RejectionSink rejections, Progress progress) {
        return installation.isLocal() && installation.localStore().isNew()
                ? firstLoad(paths, rejections, progress)
                : overBolt(paths, rejections, progress);
    }

    private IntakeReport overBolt(List<Path> paths, RejectionSink rejections, Progress progress) {
        try (Store store = installation.connect(progress)) {
            KeySets keys = installation.keysFor(store);
            try (var writer = new GraphWriter(store, keys.version())) {
                return installation.intake(keys).run(paths, writer, rejections, progress);
            }
        }
    }

    private IntakeReport firstLoad(List<Path> paths, RejectionSink rejections, Progress progress) {
        KeySets keys = installation.createKeys();
        LocalStore local = installation.localStore();
        Path scratch = installation.data().resolve("bulk-load");
        try (var load =
                new BulkLoad(scratch, folder -> local.bulkLoad(folder, progress), keys.fingerprint(), keys.version())) {
            try {
                return installation.intake(keys).run(paths, load, rejections, progress);
            } finally {
                finish(load); // also when a file broke off: what was good before is kept
            }
        }
    }

    private static void finish(BulkLoad load) {
        if (!load.isEmpty()) {
            load.finish().close();
        }
    }
}
