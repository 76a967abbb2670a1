package io.ringsight.api.http;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.ringsight.api.http.ExplanationViews.PathsView;
import io.ringsight.api.http.Views.AccountView;
import io.ringsight.api.http.Views.IdentifierView;
import io.ringsight.api.http.Views.ReasonView;
import io.ringsight.api.service.Knowledge;
import io.ringsight.api.service.RingGraph;
import io.ringsight.api.service.RingService;
import io.ringsight.detect.AccountRisk;
import io.ringsight.ingest.error.ErrorCode;
import io.ringsight.ingest.error.RingsightException;
import io.ringsight.ingest.snapshot.IdentityGraph;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Accounts, by pseudonyms only. */
@Controller("/v1/accounts")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "accounts")
final class AccountController {
    private final RingService service;

    AccountController(RingService service) {
        this.service = service;
    }

    /** One account: its risk, its ring, what it presents, and the shortest ways to its ring and to known fraud. */
    @Get("/{id}")
    AccountView account(@PathVariable String id) {
        Knowledge knowledge = service.knowledge();
        IdentityGraph graph = knowledge.graph();
        int account = graph.findAccount(id);
        if (account < 0) {
            throw new RingsightException(
                    ErrorCode.NOT_FOUND, "There is no account '" + id + "'.", "Maybe it has not been ingested yet.");
        }
        Optional<AccountRisk> risk = knowledge.detection().account(id);
        return new AccountView(
                id,
                Instant.ofEpochMilli(graph.createdAt(account)),
                Views.number(graph.exposure(account)),
                risk.map(AccountRisk::risk).orElse(null),
                risk.flatMap(known -> Optional.ofNullable(known.ringId()))
                        .flatMap(ring -> knowledge.detection().ring(ring))
                        .map(RingDesk.of(service, knowledge)::view)
                        .orElse(null),
                risk.map(AccountRisk::reasons).orElse(List.of()).stream()
                        .map(ReasonView::of)
                        .toList(),
                RingGraph.uses(graph, account).stream()
                        .map(use -> identifier(graph, use))
                        .toList(),
                PathsView.of(knowledge.explanations(), id));
    }

    private static IdentifierView identifier(IdentityGraph graph, RingGraph.Use use) {
        return new IdentifierView(
                RingController.type(graph, use.identifier()),
                graph.token(use.identifier()).prefix(),
                Instant.ofEpochMilli(use.firstSeen()),
                Instant.ofEpochMilli(use.lastSeen()),
                use.count(),
                graph.degree(use.identifier()));
    }
}
