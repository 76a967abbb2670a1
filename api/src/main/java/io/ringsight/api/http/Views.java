package io.ringsight.api.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import io.ringsight.api.http.ExplanationViews.ExplanationView;
import io.ringsight.api.http.ExplanationViews.NarrativeView;
import io.ringsight.api.http.ExplanationViews.PathsView;
import io.ringsight.api.http.ExplanationViews.StructureView;
import io.ringsight.api.http.LineageViews.EventView;
import io.ringsight.api.service.ReasonWords;
import io.ringsight.detect.evidence.Evidence;
import io.ringsight.detect.evidence.Resemblance;
import io.ringsight.detect.ring.Reason;
import io.ringsight.detect.ring.Ring;
import io.ringsight.ingest.source.Rejection;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What answers look like. Times are ISO 8601, risks and probabilities lie between 0 and 1. */
final class Views {
    private Views() {}

    /** A reason or piece of evidence: its code, its weight, and both in words. */
    @Serdeable(naming = SnakeCaseStrategy.class)
    record ReasonView(String code, double bits, String label, String text) {
        static ReasonView of(Reason reason) {
            return of(reason.code(), reason.bits());
        }

        static ReasonView of(Evidence evidence) {
            return of(evidence.code(), evidence.bits());
        }

        private static ReasonView of(String code, double bits) {
            return new ReasonView(code, rounded(bits), ReasonWords.label(code), ReasonWords.sentence(code, bits));
        }
    }

    /**
     * A ring in a list.
     *
     * @param version how often its members changed, from 1 on
     * @param status open, confirmed, cleared or reopened
     * @param exposure money at stake in it, or its size where no amount is known
     * @param changes what became of it within the last day
     */
    @Serdeable(naming = SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record RingView(
            String ringId,
            int size,
            double risk,
            int version,
            String status,
            double exposure,
            Instant firstSeen,
            Instant lastSeen,
            List<ReasonView> reasons,
            List<EventView> changes) {
        static RingView of(Ring ring, int version, String status, double exposure, List<EventView> changes) {
            return new RingView(
                    ring.ringId(),
                    ring.size(),
                    ring.risk(),
                    version,
                    status,
                    exposure,
                    Instant.ofEpochMilli(ring.firstSeen()),
                    Instant.ofEpochMilli(ring.lastSeen()),
                    ring.reasons().stream().map(ReasonView::of).toList(),
                    changes);
        }
    }

    /** A page of rings. */
    @Serdeable(naming = SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record RingsView(
            List<RingView> rings,
            int total,
            int accounts,
            Instant asOf,
            String snapshot,
            boolean calibrated,
            @Nullable String nextCursor) {}

    /** A member of a ring. */
    @Serdeable(naming = SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record MemberView(
            String accountId,
            double risk,
            @Nullable Instant createdAt,
            @Nullable Double exposure,
            List<ReasonView> reasons) {}

    /** One ring with its members, how it hangs together, the evidence that it rests on, and all that in words. */
    @Serdeable(naming = SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record RingDetail(
            String ringId,
            int size,
            double risk,
            int version,
            String status,
            double exposure,
            Instant firstSeen,
            Instant lastSeen,
            @Nullable Double cohesion,
            List<ReasonView> reasons,
            List<EventView> changes,
            List<MemberView> members,
            String snapshot,
            String modelVersion,
            StructureView structure,
            ExplanationView explanation,
            NarrativeView narrative) {}

    /** A node of a ring's picture: an account, or an identifier by type and the first digits of its token. */
    @Serdeable(naming = SnakeCaseStrategy.class)
    record NodeView(
            String id,
            String kind,
            @Nullable String accountId,
            @Nullable Double risk,
            @Nullable String type,
            @Nullable String tokenPrefix,
            @Nullable Integer users) {}

    /**
     * An account uses an identifier; or two identifiers resemble each other; or two accounts are linked by neither, but by names, say.
     */
    @Serdeable(naming = SnakeCaseStrategy.class)
    record EdgeView(
            String account,
            String identifier,
            Instant firstSeen,
            Instant lastSeen,
            int count,
            @Nullable ResemblanceView resemblance) {}

    /** How near two identifiers are. Distance (in bits of their signatures) and similarity are missing where there are no signatures. */
    @Serdeable(naming = SnakeCaseStrategy.class)
    record ResemblanceView(
            String kind,
            @Nullable Integer distance,
            @Nullable Double similarity,
            double bits) {
        static ResemblanceView of(Resemblance resemblance) {
            var distance = resemblance.distance();
            var similarity = resemblance.similarity();
            return new ResemblanceView(
                    resemblance.kind().word(),
                    distance.isPresent() ? distance.getAsInt() : null,
                    similarity.isPresent() ? similarity.getAsDouble() : null,
                    rounded(resemblance.likelihoodBits()));
        }
    }

    /** The picture of a ring. */
    @Serdeable(naming = SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record GraphView(String ringId, List<NodeView> nodes, List<EdgeView> edges, List<String> truncated) {}

    /** Two accounts and why they belong together. */
    @Serdeable(naming = SnakeCaseStrategy.class)
    record LinkView(String accountA, String accountB, double probability, List<ReasonView> evidence) {}

    /** The links of a ring, strongest first. */
    @Serdeable(naming = SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record EvidenceView(String ringId, List<LinkView> links, int total) {}

    /** An identifier of an account. */
    @Serdeable(naming = SnakeCaseStrategy.class)
    record IdentifierView(
            String type, String tokenPrefix, Instant firstSeen, Instant lastSeen, int count, int accounts) {}

    /** One account. {@code risk} is null for one that came in after the last detection. */
    @Serdeable(naming = SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record AccountView(
            String accountId,
            @Nullable Instant createdAt,
            @Nullable Double exposure,
            @Nullable Double risk,
            @Nullable RingView ring,
            List<ReasonView> reasons,
            List<IdentifierView> identifiers,
            PathsView paths) {}

    /** Something that could not be used, and why; never the value. */
    @Serdeable(naming = SnakeCaseStrategy.class)
    record RejectionView(String field, String reason) {
        static RejectionView of(Rejection rejection) {
            return new RejectionView(rejection.origin().field(), rejection.reason());
        }
    }

    static @Nullable Double number(double value) {
        return Double.isFinite(value) ? value : null;
    }

    static double rounded(double bits) {
        return Math.round(bits * 100) / 100.0;
    }
}
