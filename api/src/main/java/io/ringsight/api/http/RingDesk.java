package io.ringsight.api.http;

import io.ringsight.api.http.LineageViews.EventView;
import io.ringsight.api.http.Views.RingView;
import io.ringsight.api.service.Investigation;
import io.ringsight.api.service.Knowledge;
import io.ringsight.api.service.RingPage;
import io.ringsight.api.service.RingService;
import io.ringsight.detect.disposition.Judgements;
import io.ringsight.detect.disposition.RingStatus;
import io.ringsight.detect.ring.Ring;
import io.ringsight.ingest.error.ErrorCode;
import io.ringsight.ingest.error.RingsightException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Rings with what investigators made of them, as of one moment. */
record RingDesk(Knowledge knowledge, Investigation investigation, Judgements judgements) {
    private static final String TODO = "todo";

    static RingDesk of(RingService service, Knowledge knowledge) {
        return new RingDesk(
                knowledge, service.investigation(), service.investigation().judgements());
    }

    RingView view(Ring ring) {
        return RingView.of(
                ring,
                knowledge.version(ring.ringId()),
                word(investigation.status(ring, knowledge, judgements)),
                knowledge.exposure(ring),
                investigation.changes(ring.ringId(), knowledge).stream()
                        .map(EventView::of)
                        .toList());
    }

    /** @param status null for any */
    RingPage.Wanted wanted(double minRisk, @Nullable String status) {
        if (status == null) {
            return new RingPage.Wanted(minRisk, _ -> true, "any");
        }
        Set<RingStatus> wanted = statuses(status);
        return new RingPage.Wanted(
                minRisk, ring -> wanted.contains(investigation.status(ring, knowledge, judgements)), status);
    }

    private static Set<RingStatus> statuses(String status) {
        if (status.equals(TODO)) {
            return EnumSet.of(RingStatus.OPEN, RingStatus.REOPENED);
        }
        return Arrays.stream(RingStatus.values())
                .filter(known -> word(known).equals(status))
                .findFirst()
                .map(EnumSet::of)
                .orElseThrow(() -> new RingsightException(
                        ErrorCode.INVALID_REQUEST,
                        "There is no status '" + status + "'.",
                        "Maybe one of " + TODO + ", "
                                + Arrays.stream(RingStatus.values())
                                        .map(RingDesk::word)
                                        .collect(Collectors.joining(", "))
                                + "."));
    }

    private static String word(RingStatus status) {
        return status.name().toLowerCase(Locale.ROOT);
    }
}
