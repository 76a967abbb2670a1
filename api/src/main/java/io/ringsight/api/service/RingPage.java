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
        int from = cursor == null ? 0 : position(cursor, place, ordered.size());
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
        return new RingPage(rings, total, more ? Optional.of(cursor(next, place)) : Optional.empty());
    }

    private static String cursor(int position, String place) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((position + " " + place).getBytes(StandardCharsets.UTF_8));
    }

    private static int position(String cursor, String place, int size) {
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8).split(" ", 2);
            int position = Integer.parseInt(parts[0]);
            if (parts.length == 2 && parts[1].equals(place) && position >= 0 && position <= size) {
                return position;
            }
        } catch (IllegalArgumentException e) {
            throw stale(e);
        }
        throw stale(null);
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
