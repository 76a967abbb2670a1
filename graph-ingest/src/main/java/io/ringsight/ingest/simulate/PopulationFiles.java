package io.ringsight.ingest.simulate;

import io.ringsight.ingest.progress.Progress;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The files of a population while they are made: in a folder of their own beside the results, gone when this is closed. */
final class PopulationFiles implements AutoCloseable {
    private static final List<String> NAMES = List.of("applications.jsonl", "labels.csv", "truth.csv");
    private static final int REPORTED = 1_000; // accounts between two reports of progress

    private final Path out;
    private final Path work;
    private final List<Path> runs = new ArrayList<>();

    PopulationFiles(Path out) throws IOException {
        this.out = Files.createDirectories(out);
        this.work = Files.createTempDirectory(out, ".simulate-");
    }

    /** A town. */
    void add(List<Draft> drafts) throws IOException {
        Path run = work.resolve("town-" + runs.size());
        SortedRun.write(drafts, run);
        runs.add(run);
    }

    /** Puts the towns together and everything in its place. */
    void finish(Progress progress) throws IOException {
        try (OutputStream applications = file(0);
                OutputStream labels = file(1);
                OutputStream truth = file(2)) {
            labels.write(DraftText.LABELS_HEADER.getBytes(StandardCharsets.UTF_8));
            truth.write(DraftText.TRUTH_HEADER.getBytes(StandardCharsets.UTF_8));
            var count = new Count(progress);
            SortedRun.merge(runs, (application, label, trueLabel) -> {
                applications.write(application);
                labels.write(label);
                truth.write(trueLabel);
                count.one();
            });
        }
        for (String name : NAMES) {
            Files.move(work.resolve(name), out.resolve(name), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Puts the towns' applications together, and nothing else. */
    void finishApplications(Path target, Progress progress) throws IOException {
        try (OutputStream applications = file(0)) {
            var count = new Count(progress);
            SortedRun.merge(runs, (application, _, _) -> {
                applications.write(application);
                count.one();
            });
        }
        Files.move(work.resolve(NAMES.getFirst()), target, StandardCopyOption.REPLACE_EXISTING);
    }

    private OutputStream file(int name) throws IOException {
        return new BufferedOutputStream(Files.newOutputStream(work.resolve(NAMES.get(name))), 1 << 17);
    }

    @Override
    public void close() throws IOException {
        List<Path> inside;
        try (Stream<Path> files = Files.list(work)) {
            inside = files.toList();
        }
        for (Path file : inside) {
            Files.deleteIfExists(file);
        }
        Files.deleteIfExists(work);
    }

    private static final class Count {
        private final Progress progress;
        private int accounts;

        Count(Progress progress) {
            this.progress = progress;
        }

        void one() {
            if (++accounts % REPORTED == 0) {
                progress.check();
                progress.advance(REPORTED);
            }
        }
    }
}
