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
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** In which order rings are listed, the highest first; ties go by risk, then by size, then by id. */
public enum RingOrder {
    /** Risk times exposure: what is at stake, and so what to look at first. */
    QUEUE((ring, exposure) -> ring.risk() * exposure),
    RISK((ring, _) -> ring.risk()),
    SIZE((ring, _) -> ring.size()),
    LAST_SEEN((ring, _) -> ring.lastSeen());

    private final Key key;

    RingOrder(Key key) {
        this.key = key;
    }

    @FunctionalInterface
    private interface Key {
        double of(Ring ring, double exposure);
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

    /** @param exposure of a ring */
    static Map<RingOrder, List<Integer>> all(List<Ring> rings, ToDoubleFunction<Ring> exposure) {
        Map<RingOrder, List<Integer>> orders = new EnumMap<>(RingOrder.class);
        for (RingOrder order : values()) {
            Comparator<Integer> highestFirst = Comparator.comparingDouble(
                            (Integer ring) -> order.key.of(rings.get(ring), exposure.applyAsDouble(rings.get(ring))))
                    .reversed();
            orders.put(
                    order,
                    IntStream.range(0, rings.size())
                            .boxed()
                            .sorted(highestFirst.thenComparing(rings::get, TIES))
                            .toList());
        }
        return orders;
    }

    private static final Comparator<Ring> TIES = Comparator.comparingDouble(Ring::risk)
            .reversed()
            .thenComparing(Comparator.comparingInt(Ring::size).reversed())
            .thenComparing(Ring::ringId);
}
