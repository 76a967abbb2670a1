package io.ringsight.ingest.simulate;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** The lines of one town, in order of time, in a file until all towns are put together. */
final class SortedRun implements AutoCloseable {
    /** By the second in which they came: within one, the order says nothing. */
    private static final Comparator<Draft> ORDER =
            Comparator.<Draft>comparingLong(draft -> draft.createdAt / 1_000).thenComparing(draft -> draft.id);

    private static final int BUFFER = 1 << 15; // bytes

    private final DataInputStream in;
    private int left;
    private long second;
    private String id = "";

    /** Takes the lines of one account, in order of time. */
    interface Sink {
        void take(byte[] application, byte[] label, byte[] truth) throws IOException;
    }

    private SortedRun(Path file) throws IOException {
        in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file), BUFFER));
    }

    private void begin() throws IOException {
        left = in.readInt();
        advance();
    }

    static void write(List<Draft> drafts, Path file) throws IOException {
        try (OutputStream stream = Files.newOutputStream(file);
                var out = new DataOutputStream(new BufferedOutputStream(stream, 4 * BUFFER))) {
            out.writeInt(drafts.size());
            for (Draft draft : drafts.stream().sorted(ORDER).toList()) {
                out.writeLong(draft.createdAt / 1_000);
                write(out, draft.id.getBytes(StandardCharsets.UTF_8));
                write(out, DraftText.application(draft));
                write(out, DraftText.labelled(draft));
                write(out, DraftText.truth(draft));
            }
        }
    }

    /** Puts runs together, in order of time. */
    static void merge(List<Path> files, Sink sink) throws IOException {
        var runs = new PriorityQueue<SortedRun>(
                Comparator.<SortedRun>comparingLong(run -> run.second).thenComparing(run -> run.id));
        try (var opened = new Opened()) {
            for (Path file : files) {
                var run = new SortedRun(file);
                opened.runs.add(run);
                run.begin();
                runs.add(run);
            }
            while (!runs.isEmpty()) {
                SortedRun run = runs.remove();
                if (run.left < 0) {
                    run.close();
                    continue;
                }
                sink.take(run.read(), run.read(), run.read());
                run.advance();
                runs.add(run);
            }
        }
    }

    /** All that were opened, wherever they are by now. */
    private static final class Opened implements AutoCloseable {
        private final List<SortedRun> runs = new ArrayList<>();

        @Override
        public void close() throws IOException {
            IOException failed = null;
            for (SortedRun run : runs) {
                try {
                    run.close();
                } catch (IOException e) {
                    failed = failed == null ? e : failed;
                }
            }
            if (failed != null) {
                throw failed;
            }
        }
    }

    private void advance() throws IOException {
        if (--left >= 0) {
            second = in.readLong();
            id = new String(read(), StandardCharsets.UTF_8);
        } else {
            second = Long.MIN_VALUE; // next to be taken out, and closed
        }
    }

    private byte[] read() throws IOException {
        return in.readNBytes(in.readInt());
    }

    private static void write(DataOutputStream out, byte[] bytes) throws IOException {
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
