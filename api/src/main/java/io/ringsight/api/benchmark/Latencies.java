package io.ringsight.api.benchmark;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.HdrHistogram.Histogram;

/**
 * Times of one kind of request.
 *
 * @param count how many were measured
 */
public record Latencies(long count, Duration p50, Duration p99, Duration p999, Duration max) {
    private static final long LONGEST_NANOS = Duration.ofMinutes(10).toNanos();
    private static final int DIGITS = 3;
    private static final double NANOS_PER_MILLI = 1_000_000;

    /** An empty histogram of nanoseconds. */
    static Histogram histogram() {
        return new Histogram(LONGEST_NANOS, DIGITS);
    }

    static void record(Histogram histogram, long nanos) {
        histogram.recordValue(Math.clamp(nanos, 1, LONGEST_NANOS));
    }

    static Latencies of(Histogram histogram) {
        return new Latencies(
                histogram.getTotalCount(),
                Duration.ofNanos(histogram.getValueAtPercentile(50)),
                Duration.ofNanos(histogram.getValueAtPercentile(99)),
                Duration.ofNanos(histogram.getValueAtPercentile(99.9)),
                Duration.ofNanos(histogram.getMaxValue()));
    }

    /** In milliseconds. */
    public Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("count", count);
        json.put("p50_ms", millis(p50));
        json.put("p99_ms", millis(p99));
        json.put("p99_9_ms", millis(p999));
        json.put("max_ms", millis(max));
        return json;
    }

    /** One line without the count. */
    public String line() {
        return String.format(
                Locale.ROOT,
                "p50 %8.3f  p99 %8.3f  p99.9 %8.3f  max %8.3f ms",
                millis(p50),
                millis(p99),
                millis(p999),
                millis(max));
    }

    private static double millis(Duration time) {
        return Math.round(time.toNanos() / NANOS_PER_MILLI * 1000) / 1000.0;
    }
}
