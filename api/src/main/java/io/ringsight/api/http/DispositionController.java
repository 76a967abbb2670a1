package io.ringsight.api.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import io.ringsight.api.service.RingService;
import io.ringsight.detect.disposition.Disposition;
import io.ringsight.detect.disposition.Disposition.Kind;
import io.ringsight.detect.disposition.DispositionLog;
import io.ringsight.detect.disposition.DispositionRequest;
import io.ringsight.detect.disposition.Subject;
import io.ringsight.ingest.error.ErrorCode;
import io.ringsight.ingest.error.RingsightException;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What investigators decide. Seen at once; cuts, bonds and what they say of accounts count from the next detection on, cuts and bonds in
 * checks at once.
 */
@Controller("/v1/dispositions")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "dispositions")
final class DispositionController {
    private static final int MOST = 1_000;

    private final RingService service;

    DispositionController(RingService service) {
        this.service = service;
    }

    /**
     * Takes a disposition: confirm or clear an account or a ring, cut or bond two accounts, or undo an earlier one. A new one answers 201,
     * one that stands already 200; one that contradicts another is refused with 409. A ring that went into another is followed there: the
     * answer then names both.
     */
    @Post
    HttpResponse<DispositionView> take(@Body RequestView request) {
        DispositionLog.Answer answer = service.investigation().take(request.request());
        Set<Long> standing = standing();
        return HttpResponse.<DispositionView>status(answer.isNew() ? HttpStatus.CREATED : HttpStatus.OK)
                .body(DispositionView.of(answer.disposition(), standing, request.ringId()));
    }

    /**
     * All dispositions, the newest first.
     *
     * @param standing true for only those that stand: neither undone, expired nor replaced by a later one on the same subject
     * @param ringId only those on that ring
     * @param limit 1 to 1000
     * @param before only those of a smaller number: that of the last one of the page before
     */
    @Get
    DispositionsView list(
            @QueryValue(defaultValue = "false") boolean standing,
            @QueryValue("ring_id") @Nullable String ringId,
            @QueryValue(defaultValue = "200") int limit,
            @QueryValue @Nullable Long before) {
        if (limit < 1 || limit > MOST) {
            throw new RingsightException(
                    ErrorCode.INVALID_REQUEST, "limit is " + limit + ".", "Maybe ask for 1 to " + MOST + " at once.");
        }
        List<Disposition> all = service.investigation().log().dispositions();
        Set<Long> now = standing();
        return new DispositionsView(all.reversed().stream()
                .filter(disposition -> !standing || now.contains(disposition.number()))
                .filter(disposition -> ringId == null || isOn(ringId, disposition.subject()))
                .filter(disposition -> before == null || disposition.number() < before)
                .limit(limit)
                .map(disposition -> DispositionView.of(disposition, now, null))
                .toList());
    }

    private static boolean isOn(String ringId, Subject subject) {
        return subject instanceof Subject.Ring ring && ring.ringId().equals(ringId);
    }

    private Set<Long> standing() {
        return service.investigation().judgements().standing().stream()
                .map(Disposition::number)
                .collect(Collectors.toSet());
    }

    /**
     * What is asked for.
     *
     * @param kind confirm, clear, cut, bond or undo
     * @param accountId to confirm or clear
     * @param ringId to confirm or clear
     * @param accounts the two to cut or bond
     * @param undoes number of the disposition to undo
     * @param user who decides
     * @param reason why
     * @param expires until when it stands; for good without it
     */
    @Serdeable(naming = SnakeCaseStrategy.class)
    record RequestView(
            @Nullable String kind,
            @Nullable String accountId,
            @Nullable String ringId,
            @Nullable List<@Nullable String> accounts,
            @Nullable Long undoes,
            @Nullable String user,
            @Nullable String reason,
            @Nullable String expires) {
        DispositionRequest request() {
            if (accounts != null && accounts.stream().anyMatch(id -> id == null || id.isBlank())) {
                throw invalid("accounts has an id that is empty.", "Maybe name two accounts.");
            }
            if (accounts != null && accounts.size() != 2) {
                throw invalid("accounts names " + accounts.size() + " ids.", "Maybe name two.");
            }
            return new DispositionRequest(
                    knownKind(),
                    Optional.ofNullable(accountId),
                    Optional.ofNullable(accounts).map(two -> Subject.Pair.of(two.getFirst(), two.getLast())),
                    Optional.ofNullable(ringId),
                    user == null ? "" : user,
                    reason == null ? "" : reason,
                    expires == null ? OptionalLong.empty() : OptionalLong.of(RequestTimes.millis("expires", expires)),
                    undoes == null ? OptionalLong.empty() : OptionalLong.of(undoes));
        }

        private Kind knownKind() {
            return Arrays.stream(Kind.values())
                    .filter(known -> word(known).equals(kind))
                    .findFirst()
                    .orElseThrow(() -> invalid(
                            kind == null ? "kind is missing." : "There is no kind '" + kind + "'.",
                            "Maybe confirm, clear, cut, bond or undo."));
        }

        private static RingsightException invalid(String message, String hint) {
            return new RingsightException(ErrorCode.INVALID_REQUEST, message, hint);
        }
    }

    /**
     * A disposition.
     *
     * @param accounts that it is about: one, two, or the members of the ring as it was then
     * @param ringVersion of the ring that was judged
     * @param followedFrom the ring that was asked about, when it had gone into this one
     * @param standing whether it stands now
     */
    @Serdeable(naming = SnakeCaseStrategy.class)
    record DispositionView(
            long number,
            String kind,
            List<String> accounts,
            @Nullable String ringId,
            @Nullable Integer ringVersion,
            @Nullable String followedFrom,
            String user,
            String reason,
            Instant at,
            @Nullable Instant expires,
            @Nullable Long undoes,
            boolean standing) {
        static DispositionView of(Disposition disposition, Set<Long> standing, @Nullable String asked) {
            Subject.Ring ring = disposition.subject() instanceof Subject.Ring judged ? judged : null;
            boolean followed = ring != null && asked != null && !asked.equals(ring.ringId());
            return new DispositionView(
                    disposition.number(),
                    word(disposition.kind()),
                    disposition.subject().accounts(),
                    ring == null ? null : ring.ringId(),
                    ring == null ? null : ring.version(),
                    followed ? asked : null,
                    disposition.user(),
                    disposition.reason(),
                    Instant.ofEpochMilli(disposition.at()),
                    disposition.expires().isPresent()
                            ? Instant.ofEpochMilli(disposition.expires().getAsLong())
                            : null,
                    disposition.undoes().isPresent() ? disposition.undoes().getAsLong() : null,
                    standing.contains(disposition.number()));
        }
    }

    /** Dispositions. */
    @Serdeable(naming = SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record DispositionsView(List<DispositionView> dispositions) {}

    static String word(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}
