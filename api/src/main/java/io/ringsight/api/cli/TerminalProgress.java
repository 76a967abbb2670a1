package io.ringsight.api.cli;

import io.ringsight.ingest.progress.Progress;
import java.io.PrintStream;
import java.util.concurrent.atomic.AtomicBoolean;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** One bar a stage, on a terminal. Thread-safe. */
final class TerminalProgress implements Progress {
    private static final int REDRAW_MILLIS = 150;
    private static final int NAME_WIDTH = 22;

    private final PrintStream err;
    private final AtomicBoolean interrupted;
    private @Nullable ProgressBar bar;

    TerminalProgress(PrintStream err, AtomicBoolean interrupted) {
        this.err = err;
        this.interrupted = interrupted;
    }

    @Override
    public synchronized void begin(String stage, long total) {
        end();
        bar = new ProgressBarBuilder()
                .setTaskName(stage.length() < NAME_WIDTH ? stage + " ".repeat(NAME_WIDTH - stage.length()) : stage)
                .setInitialMax(total)
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(REDRAW_MILLIS)
                .setConsumer(new ConsoleProgressBarConsumer(err))
                .build();
    }

    @Override
    public synchronized void advance(long units) {
        if (bar != null) {
            bar.stepBy(units);
        }
    }

    @Override
    public synchronized void end() {
        if (bar != null) {
            bar.close();
            bar = null;
        }
    }

    @Override
    public boolean cancelled() {
        return interrupted.get();
    }
}
