package io.ringsight.api.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import io.ringsight.api.service.Investigation.Lineage;
import io.ringsight.detect.lineage.Cause;
import io.ringsight.detect.lineage.LineageEvent;
import io.ringsight.detect.lineage.RingVersion;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What answers about the past of a ring look like. */
final class LineageViews {
    private LineageViews() {}

    /**
     * Something that was learned before a ring changed.
     *
     * @param kind account, sighting, label, disposition or epoch
     * @param of which: an account id, account id and type or label, the number of a disposition, or the rules by which all was estimated again
     */
    @Serdeable(naming = SnakeCaseStrategy.class)
    record CauseView(String kind, String of, Instant at) {
        static CauseView of(Cause cause) {
            return new CauseView(word(cause.kind()), cause.of(), Instant.ofEpochMilli(cause.at()));
        }
    }

    /**
     * What became of a ring.
     *
     * @param kind born, grew, shrank, merged, split or dissolved
     * @param others ids of rings that took part
     */
    @Serdeable(naming = SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record EventView(
            int version,
            String kind,
            Instant at,
            List<String> joined,
            List<String> left,
            List<String> others,
            List<CauseView> causes) {
        static EventView of(LineageEvent event) {
            return new EventView(
                    event.version(),
                    word(event.kind()),
                    Instant.ofEpochMilli(event.at()),
                    event.joined(),
                    event.left(),
                    event.others(),
                    event.causes().stream().map(CauseView::of).toList());
        }
    }

    /** A ring as it stood from a moment on; without members it was no more. */
    @Serdeable(naming = SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record VersionView(int version, Instant since, int size, List<String> members) {
        static VersionView of(RingVersion version) {
            return new VersionView(
                    version.version(),
                    Instant.ofEpochMilli(version.since()),
                    version.members().size(),
                    version.members());
        }
    }

    /**
     * The past of a ring.
     *
     * @param current the version of now, or of the moment asked for; null when it had not begun
     */
    @Serdeable(naming = SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record LineageView(
            String ringId,
            boolean ended,
            @Nullable VersionView current,
            List<VersionView> versions,
            List<EventView> events) {
        static LineageView of(String ringId, Lineage lineage, long moment) {
            List<RingVersion> until = lineage.versions().stream()
                    .filter(version -> version.since() <= moment)
                    .toList();
            return new LineageView(
                    ringId,
                    !until.isEmpty() && until.getLast().ended(),
                    until.isEmpty() ? null : VersionView.of(until.getLast()),
                    until.stream().map(VersionView::of).toList(),
                    lineage.events().stream()
                            .filter(event -> event.at() <= moment)
                            .map(EventView::of)
                            .toList());
        }
    }

    private static String word(Enum<?> kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}
