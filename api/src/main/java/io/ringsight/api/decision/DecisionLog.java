package io.ringsight.api.decision;

import io.ringsight.ingest.error.ErrorCode;
import io.ringsight.ingest.error.RingsightException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Every check, appended to a file of its day by a thread of its own: whoever answers never waits for it. What comes while the queue is full
 * is dropped and counted. A process that is killed loses what was in the queue, a power cut the last seconds; a line that was cut off is
 * skipped by readers. Files whose last day is over for longer than they are kept are deleted. Thread-safe.
 */
public final class DecisionLog implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DecisionLog.class);
    private static final int CAPACITY = 10_000; // of the queue
    private static final int BATCH = 500;
    private static final Duration LOOK = Duration.ofMillis(500);
    private static final Duration GRACE = Duration.ofSeconds(10);

    private final DecisionFiles files;
    private final int retentionDays;
    private final Clock clock;
    private final BlockingQueue<Supplier<LoggedCheck>> queue;
    private final AtomicLong recorded = new AtomicLong();
    private final AtomicLong dropped = new AtomicLong();
    private final Thread writer =
            Thread.ofPlatform().daemon().name("decision-log").unstarted(this::run);
    private @Nullable LocalDate tidied; // by the writer
    private volatile boolean closed;

    private DecisionLog(Path folder, int retentionDays, Clock clock, int capacity) {
        files = new DecisionFiles(folder);
        this.retentionDays = retentionDays;
        this.clock = clock;
        queue = new ArrayBlockingQueue<>(capacity);
    }

    /**
     * @param folder is made when it is not there
     * @param retentionDays how many days a file is kept after its own
     */
    static DecisionLog open(Path folder, int retentionDays) {
        DecisionLog log = of(folder, retentionDays, Clock.systemUTC(), CAPACITY);
        log.start();
        return log;
    }

    /** One that does not write until it is started. */
    static DecisionLog of(Path folder, int retentionDays, Clock clock, int capacity) {
        try {
            OwnerOnly.createFolder(folder);
        } catch (IOException e) {
            throw new RingsightException(
                    ErrorCode.OUTPUT_UNWRITABLE,
                    "Cannot write into the folder " + folder + ".",
                    "Maybe it is read-only for this user, or a file of that name is in the way.",
                    e);
        }
        return new DecisionLog(folder, retentionDays, clock, capacity);
    }

    void start() {
        writer.start();
    }

    /** Takes a check to write down, or drops it; never waits. */
    void offer(Supplier<LoggedCheck> check) {
        if (closed || !queue.offer(check)) {
            dropped.incrementAndGet();
        }
    }

    /** Checks that stand in the log. */
    public long recorded() {
        return recorded.get();
    }

    /** Checks that do not: the queue was full, or the disk. */
    public long dropped() {
        return dropped.get();
    }

    private void run() {
        List<Supplier<LoggedCheck>> batch = new ArrayList<>();
        while (!closed || !queue.isEmpty()) {
            try {
                tidy();
                Supplier<LoggedCheck> first = queue.poll(LOOK.toMillis(), TimeUnit.MILLISECONDS);
                if (first != null) {
                    batch.add(first);
                    queue.drainTo(batch, BATCH - 1);
                    append(batch);
                }
            } catch (IOException | RuntimeException e) {
                dropped.addAndGet(batch.size());
                LOG.warn("{} checks could not be written into the decision log.", batch.size(), e);
            } catch (InterruptedException _) {
                return;
            } finally {
                batch.clear();
            }
        }
    }

    private void append(List<Supplier<LoggedCheck>> batch) throws IOException {
        var days = new TreeMap<LocalDate, StringBuilder>();
        for (Supplier<LoggedCheck> made : batch) {
            LoggedCheck check = made.get();
            String line = LoggedCheckJson.line(check);
            days.computeIfAbsent(DecisionFiles.day(check.at()), _ -> new StringBuilder())
                    .append(line)
                    .append('\n');
        }
        for (var day : days.entrySet()) {
            append(files.file(day.getKey()), day.getValue().toString().getBytes(StandardCharsets.UTF_8));
        }
        recorded.addAndGet(batch.size());
    }

    /** In one go, behind the end of the last whole line. */
    private static void append(Path file, byte[] lines) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(lines.length + 1);
        if (isCut(file)) {
            bytes.put((byte) '\n');
        }
        bytes.put(lines).flip();
        // Appending: another process may write into the same file.
        try (FileChannel channel = OwnerOnly.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        }
    }

    private static boolean isCut(Path file) throws IOException {
        if (!Files.exists(file)) {
            return false;
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            long end = channel.size();
            var last = ByteBuffer.allocate(1);
            return end > 0 && channel.read(last, end - 1) == 1 && last.get(0) != '\n';
        }
    }

    private void tidy() throws IOException {
        LocalDate today = DecisionFiles.day(clock.millis());
        if (!today.equals(tidied)) {
            tidied = today;
            files.deleteBefore(today.minusDays(retentionDays));
        }
    }

    /** Writes down what is still in the queue. */
    @Override
    public void close() {
        closed = true;
        try {
            if (writer.isAlive() && !writer.join(GRACE)) {
                LOG.warn("{} checks were left out of the decision log.", queue.size());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
