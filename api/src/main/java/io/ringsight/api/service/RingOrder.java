package io.ringsight.api.service;

import io.ringsight.detect.ring.Ring;
import io.ringsight.ingest.error.ErrorCode;
import io.ringsight.ingest.error.RingsightException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** In which order rings are listed; ties go by risk, then by id. */
public enum RingOrder {
    RISK(Comparator.comparingDouble(Ring::risk).reversed()),
    SIZE(Comparator.comparingInt(Ring::size).reversed()),
    LAST_SEEN(Comparator.comparingLong(Ring::lastSeen).reversed());

    private final Comparator<Ring> comparator;

    RingOrder(Comparator<Ring> comparator) {
        this.comparator = comparator
                .thenComparing(Comparator.comparingDouble(Ring::risk).reversed())
                .thenComparing(Comparator.comparingInt(Ring::size).reversed())
                .thenComparing(Ring::ringId);
    }

    /** The word that requests use. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The order of that word. */
    public static RingOrder of(String word) {
        return Arrays.stream(values())
                .filter(order -> order.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new RingsightException(
                        ErrorCode.INVALID_REQUEST,
                        "Rings cannot be sorted by '" + word + "'.",
                        "Maybe use one of "
                                + Arrays.stream(values()).map(RingOrder::word).collect(Collectors.joining(", "))
                                + "."));
    }

    static Map<RingOrder, List<Integer>> all(List<Ring> rings) {
        Map<RingOrder, List<Integer>> orders = new EnumMap<>(RingOrder.class);
        for (RingOrder order : values()) {
            orders.put(
                    order,
                    IntStream.range(0, rings.size())
                            .boxed()
                            .sorted((a, b) -> order.comparator.compare(rings.get(a), rings.get(b)))
                            .toList());
        }
        return orders;
    }
}
