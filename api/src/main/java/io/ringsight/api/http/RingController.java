package io.ringsight.api.http;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.ringsight.api.http.ExplanationViews.NarrativeView;
import io.ringsight.api.http.LineageViews.LineageView;
import io.ringsight.api.http.Views.EvidenceView;
import io.ringsight.api.http.Views.GraphView;
import io.ringsight.api.http.Views.LinkView;
import io.ringsight.api.http.Views.MemberView;
import io.ringsight.api.http.Views.ReasonView;
import io.ringsight.api.http.Views.RingDetail;
import io.ringsight.api.http.Views.RingView;
import io.ringsight.api.http.Views.RingsView;
import io.ringsight.api.service.Knowledge;
import io.ringsight.api.service.RingOrder;
import io.ringsight.api.service.RingPage;
import io.ringsight.api.service.RingService;
import io.ringsight.detect.AccountRisk;
import io.ringsight.detect.explanation.Narrative;
import io.ringsight.detect.explanation.RingProfile;
import io.ringsight.detect.link.Link;
import io.ringsight.detect.ring.Ring;
import io.ringsight.ingest.error.ErrorCode;
import io.ringsight.ingest.error.RingsightException;
import io.ringsight.ingest.snapshot.IdentityGraph;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rings of the last detection. */
@Controller("/v1/rings")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "rings")
final class RingController {
    private static final int MOST_LINKS = 500;

    private final RingService service;

    RingController(RingService service) {
        this.service = service;
    }

    /**
     * Rings in order.
     *
     * @param minRisk only rings of at least this risk, 0 to 1
     * @param status only rings of this status: open, confirmed, cleared, reopened, or todo for open and reopened
     * @param sort queue (risk times exposure), risk, size or last_seen; the highest first
     * @param limit 1 to 500
     * @param cursor next_cursor of the page before
     */
    @Get
    RingsView list(
            @QueryValue(value = "min_risk", defaultValue = "0") double minRisk,
            @QueryValue @Nullable String status,
            @QueryValue(defaultValue = "risk") String sort,
            @QueryValue(defaultValue = "50") int limit,
            @QueryValue @Nullable String cursor) {
        Knowledge knowledge = service.knowledge();
        RingDesk desk = RingDesk.of(service, knowledge);
        RingPage page = RingPage.of(knowledge, desk.wanted(minRisk, status), RingOrder.of(sort), limit, cursor);
        return new RingsView(
                page.rings().stream().map(desk::view).toList(),
                page.total(),
                knowledge.graph().accountCount(),
                Instant.ofEpochMilli(Math.max(0, knowledge.graph().newestTime())),
                knowledge.detection().facts().snapshot(),
                knowledge.detection().calibrated(),
                page.nextCursor().orElse(null));
    }

    /** One ring with its members, how it hangs together, the evidence that it rests on, and all that in words. */
    @Get("/{id}")
    RingDetail ring(@PathVariable String id) {
        Knowledge knowledge = service.knowledge();
        Ring ring = find(knowledge, id);
        RingView view = RingDesk.of(service, knowledge).view(ring);
        RingProfile profile = knowledge.explanations().of(ring, knowledge.links(id));
        return new RingDetail(
                view.ringId(),
                view.size(),
                view.risk(),
                view.version(),
                view.status(),
                view.exposure(),
                view.firstSeen(),
                view.lastSeen(),
                Views.number(ring.cohesion()),
                view.reasons(),
                view.changes(),
                ring.members().stream().map(member -> member(knowledge, member)).toList(),
                knowledge.detection().facts().snapshot(),
                knowledge.detection().facts().modelVersion(),
                ExplanationViews.structure(profile, knowledge.explanations().graph()),
                ExplanationViews.explanation(profile, knowledge.explanations().graph()),
                NarrativeView.of(Narrative.of(ring, profile)));
    }

    /** The picture of a ring: its accounts, the identifiers that at least two of them use, and which resemble each other. */
    @Get("/{id}/graph")
    GraphView graph(@PathVariable String id) {
        Knowledge knowledge = service.knowledge();
        return RingPicture.of(knowledge, find(knowledge, id));
    }

    /** Why its members belong together, link by link, the strongest 500. */
    @Get("/{id}/evidence")
    EvidenceView evidence(@PathVariable String id) {
        Knowledge knowledge = service.knowledge();
        find(knowledge, id);
        List<Link> links = knowledge.links(id);
        return new EvidenceView(
                id,
                links.stream()
                        .limit(MOST_LINKS)
                        .map(link -> new LinkView(
                                link.accountA(),
                                link.accountB(),
                                link.probability(),
                                link.evidence().stream().map(ReasonView::of).toList()))
                        .toList(),
                links.size());
    }

    /**
     * What the ring was and became; also of one that is no more.
     *
     * @param at as of this time, such as 2026-03-01T10:22:31Z; now without it
     */
    @Get("/{id}/lineage")
    LineageView lineage(@PathVariable String id, @QueryValue @Nullable String at) {
        return LineageView.of(
                id, service.investigation().lineage(id), at == null ? Long.MAX_VALUE : RequestTimes.millis("at", at));
    }

    private static Ring find(Knowledge knowledge, String id) {
        return knowledge
                .detection()
                .ring(id)
                .orElseThrow(() -> new RingsightException(
                        ErrorCode.NOT_FOUND,
                        "There is no ring '" + id + "' in the last detection.",
                        "Maybe it is no more: GET /v1/rings/" + id + "/lineage tells."));
    }

    private static MemberView member(Knowledge knowledge, String accountId) {
        IdentityGraph graph = knowledge.graph();
        int account = graph.findAccount(accountId);
        List<ReasonView> reasons =
                knowledge.detection().account(accountId).map(AccountRisk::reasons).orElse(List.of()).stream()
                        .map(ReasonView::of)
                        .toList();
        return new MemberView(
                accountId,
                risk(knowledge, accountId),
                account < 0 ? null : Instant.ofEpochMilli(graph.createdAt(account)),
                account < 0 ? null : Views.number(graph.exposure(account)),
                reasons);
    }

    static double risk(Knowledge knowledge, String accountId) {
        return knowledge.detection().account(accountId).map(AccountRisk::risk).orElse(0.0);
    }

    static String type(IdentityGraph graph, int identifier) {
        return graph.types().get(graph.identifierType(identifier)).name();
    }
}
