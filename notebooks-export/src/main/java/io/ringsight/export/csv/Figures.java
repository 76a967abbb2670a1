package io.ringsight.export.csv;

import io.ringsight.detect.link.Link;
import io.ringsight.detect.ring.Reason;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/** Numbers, times and reasons as the files have them, whatever the locale. */
final class Figures {
    private static final int PROBABILITY_DECIMALS = 6;
    private static final int BITS_DECIMALS = 2;

    private Figures() {}

    static String probability(double probability) {
        return fixed(probability, PROBABILITY_DECIMALS);
    }

    static String time(long epochMillis) {
        return Instant.ofEpochMilli(epochMillis).toString();
    }

    /** {@code CODE:bits} joined by {@code ;}. */
    static String reasons(List<Reason> reasons) {
        return reasons.stream()
                .map(reason -> reason.code() + ":" + bits(reason.bits()))
                .collect(Collectors.joining(";"));
    }

    /** {@code CODE:bits} joined by {@code ;}. */
    static String evidence(Link link) {
        return link.evidence().stream()
                .map(evidence -> evidence.code() + ":" + bits(evidence.bits()))
                .collect(Collectors.joining(";"));
    }

    private static String bits(double bits) {
        return fixed(bits, BITS_DECIMALS);
    }

    private static String fixed(double value, int decimals) {
        return new BigDecimal(value).setScale(decimals, RoundingMode.HALF_UP).toPlainString();
    }
}
