package io.ringsight.api.cli;

import io.ringsight.export.json.JsonText;
import io.ringsight.ingest.progress.Progress;
import java.io.PrintStream;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Where a command speaks: results on standard output, everything else on standard error. Thread-safe.
 */
final class Terminal {
    private static final long GRACE_SECONDS = 20;

    private final PrintStream out;
    private final PrintStream err;
    private final boolean interactive;
    private final AtomicBoolean interrupted = new AtomicBoolean();
    private final CountDownLatch done = new CountDownLatch(1);

    Terminal(PrintStream out, PrintStream err, boolean interactive) {
        this.out = out;
        this.err = err;
        this.interactive = interactive;
    }

    PrintStream out() {
        return out;
    }

    PrintStream err() {
        return err;
    }

    /** A line of the result. */
    void say(String line) {
        out.print(line + "\n");
    }

    /** A line beside the result. */
    void note(String line) {
        err.print(line + "\n");
        err.flush();
    }

    void json(Map<String, ?> result) {
        out.print(JsonText.page(result));
    }

    void flush() {
        out.flush();
    }

    /** Bars where a person looks on, silence in a pipe; stops the work on SIGINT either way. */
    Progress progress(boolean quiet) {
        return interactive && !quiet ? new TerminalProgress(err, interrupted) : Progress.silentUntil(interrupted::get);
    }

    /** From now on SIGINT and SIGTERM ask the work to stop and wait until it has tidied up. */
    void listenForInterrupts() {
        Runtime.getRuntime()
                .addShutdownHook(Thread.ofPlatform().name("interrupt").unstarted(() -> {
                    if (done.getCount() == 0) {
                        return;
                    }
                    interrupted.set(true);
                    try {
                        done.await(GRACE_SECONDS, TimeUnit.SECONDS);
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                }));
    }

    boolean interrupted() {
        return interrupted.get();
    }

    void finished() {
        done.countDown();
    }
}
