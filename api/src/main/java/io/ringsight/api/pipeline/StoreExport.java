package io.ringsight.api.pipeline;

import io.ringsight.detect.Detection;
import io.ringsight.detect.neo4j.DetectionStore;
import io.ringsight.export.csv.CsvExport;
import io.ringsight.export.csv.WholeFile;
import io.ringsight.ingest.error.ErrorCode;
import io.ringsight.ingest.error.RingsightException;
import io.ringsight.ingest.neo4j.SnapshotReader;
import io.ringsight.ingest.neo4j.Store;
import io.ringsight.ingest.progress.Progress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The last detection of a store as files. */
public final class StoreExport {
    private final Installation installation;
    private final Stopwatch stopwatch = new Stopwatch();

    public StoreExport(Installation installation) {
        this.installation = installation;
    }

    public Detection run(Path out, Progress progress) {
        long started = System.nanoTime();
        WholeFile.createFolder(out);
        try (Store store = installation.connect(progress)) {
            Detection detection = lastDetection(store);
            var graph = stopwatch.time(
                    "read",
                    () -> SnapshotReader.read(store, installation.types(), progress)
                            .graph());
            stopwatch.time("write", () -> CsvExport.write(detection, out));
            WholeFile.write(out.resolve("rejected.jsonl"), writer -> writer.write(rejected()));
            new RunReport(detection, graph, Optional.empty(), 0, stopwatch.timings(), started)
                    .write(out.resolve("report.json"));
            return detection;
        }
    }

    /** What the store's last detection found. */
    public static Detection lastDetection(Store store) {
        return DetectionStore.read(store)
                .orElseThrow(() -> new RingsightException(
                        ErrorCode.NOT_FOUND,
                        "The store at " + store.address().uri() + " holds no detection yet.",
                        "Maybe run detect first, or name another data folder: --data DIR; the demo's is data/demo."));
    }

    /** What the last ingest left out. */
    private String rejected() {
        Path file = installation.rejectedFile();
        try {
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
