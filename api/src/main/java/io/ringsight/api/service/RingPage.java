package io.ringsight.api.service;

import io.ringsight.detect.ring.Ring;
import io.ringsight.ingest.error.ErrorCode;
import io.ringsight.ingest.error.RingsightException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Some rings in order, and how to ask for the next ones.
 *
 * @param total how many there are in all
 */
public record RingPage(List<Ring> rings, int total, Optional<String> nextCursor) {
    /** Rings on one page at most. */
    public static final int MOST = 500;

    public RingPage {
        rings = List.copyOf(rings);
    }

    /** Which rings are asked for. */
    public record Wanted(double minRisk, Predicate<Ring> which, String word) {}

    /** The next {@code limit} rings that are wanted after the cursor. */
    public static RingPage of(Knowledge knowledge, Wanted asked, RingOrder order, int limit, @Nullable String cursor) {
        double minRisk = asked.minRisk();
        if (!(minRisk >= 0 && minRisk <= 1)) {
            throw invalid("min_risk is " + minRisk + ", but a risk lies between 0 and 1.", "Maybe write 0.5 for 50 %.");
        }
        if (limit < 1 || limit > MOST) {
            throw invalid("limit is " + limit + ".", "Maybe ask for 1 to " + MOST + " rings at once.");
        }
        List<Ring> all = knowledge.detection().rings();
        List<Integer> ordered = knowledge.rings(order);
        Predicate<Integer> isWanted =
                position -> all.get(position).risk() >= minRisk && asked.which().test(all.get(position));
        String place = knowledge.past().number() + " " + order.word() + " " + minRisk + " " + asked.word();
        int from = cursor == null ? 0 : Cursor.read(cursor, place).next(all, ordered);
        List<Ring> rings = new ArrayList<>();
        int next = from; // among all rings, so that none is missed when others are judged meanwhile
        while (next < ordered.size() && rings.size() < limit) {
            int position = ordered.get(next++);
            if (isWanted.test(position)) {
                rings.add(all.get(position));
            }
        }
        int total = (int) ordered.stream().filter(isWanted).count();
        boolean more = ordered.stream().skip(next).anyMatch(isWanted);
        return new RingPage(
                rings,
                total,
                more
                        ? Optional.of(
                                new Cursor(next, all.get(ordered.get(next - 1)).ringId(), place).text())
                        : Optional.empty());
    }

    /**
     * Where a page ended: after a ring. Rings change meanwhile, so it goes on where that ring stands now; where it is no more, at its place.
     *
     * @param next place in the order
     * @param list what was asked for
     */
    private record Cursor(int next, String after, String list) {
        String text() {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString((next + " " + after + " " + list).getBytes(StandardCharsets.UTF_8));
        }

        static Cursor read(String text, String list) {
            try {
                String[] parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split(" ", 3);
                if (parts.length == 3 && parts[2].equals(list) && Integer.parseInt(parts[0]) > 0) {
                    return new Cursor(Integer.parseInt(parts[0]), parts[1], list);
                }
            } catch (IllegalArgumentException e) {
                throw stale(e);
            }
            throw stale(null);
        }

        int next(List<Ring> rings, List<Integer> ordered) {
            for (int place = 0; place < ordered.size(); place++) {
                if (rings.get(ordered.get(place)).ringId().equals(after)) {
                    return place + 1;
                }
            }
            return Math.min(next, ordered.size());
        }
    }

    private static RingsightException stale(@Nullable Throwable cause) {
        return new RingsightException(
                ErrorCode.INVALID_REQUEST,
                "The cursor does not belong to this list.",
                "Maybe there was a new detection meanwhile: ask again from the start.",
                cause);
    }

    private static RingsightException invalid(String message, String hint) {
        return new RingsightException(ErrorCode.INVALID_REQUEST, message, hint);
    }
}
