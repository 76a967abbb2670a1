package io.ringsight.api.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import io.ringsight.api.decision.CheckDesk;
import io.ringsight.api.decision.DecidedCheck;
import io.ringsight.api.http.Views.ReasonView;
import io.ringsight.api.http.Views.RejectionView;
import io.ringsight.api.policy.Decision;
import io.ringsight.api.policy.Degradation;
import io.ringsight.api.service.CheckedApplication;
import io.ringsight.detect.check.CheckResult;
import io.ringsight.detect.check.CheckedRing;
import io.ringsight.detect.check.DeviceRisk;
import io.ringsight.detect.check.EvidencePath;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** This applicant, now: in, or about to join, a ring? */
@Controller("/v1/checks")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "onboarding")
final class CheckController {
    /** Beside the body, so that the same answer is the same bytes. */
    private static final String CHECK_ID = "X-Check-Id";

    private final CheckDesk desk;

    CheckController(CheckDesk desk) {
        this.desk = desk;
    }

    /**
     * Checks an application. Read-only: the same state and the same applicant give the same answer. The header X-Check-Id names the check
     * in the decision log.
     */
    @Post
    @Consumes(MediaType.APPLICATION_JSON)
    HttpResponse<CheckView> check(@Body byte[] application) {
        RequestLimits.single(application);
        DecidedCheck decided = desk.check(application);
        return HttpResponse.ok(CheckView.of(decided)).header(CHECK_ID, decided.checkId());
    }

    /** The ring that the applicant is in, would join or would form. */
    @Serdeable(naming = SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record CheckedRingView(String ringId, boolean existing, int size, double risk, List<String> members) {
        static CheckedRingView of(CheckedRing ring) {
            return new CheckedRingView(ring.ringId(), ring.existing(), ring.size(), ring.risk(), ring.members());
        }
    }

    /** Applicant, identifier, account. */
    @Serdeable(naming = SnakeCaseStrategy.class)
    record PathView(String identifierType, String tokenPrefix, String accountId, double bits) {
        static PathView of(EvidencePath path) {
            return new PathView(
                    path.identifierType(), path.tokenPrefix(), path.accountId(), Views.rounded(path.bits()));
        }
    }

    /**
     * What is known of the worst device that the applicant presents, whoever presents it.
     *
     * @param accounts others that were seen with it
     * @param accountsCapped whether there are more of them than accounts_sampled
     * @param accountsLastWeek those first seen with it within seven days before the application
     * @param accountsPerDay the same a day
     * @param accountsInRings those of accounts_sampled that are in a ring
     * @param accountsInRiskyRings those of accounts_sampled that are in a ring of risk 0.5 or more
     * @param accountsSampled those looked at one by one: of many a sample of 50
     * @param fraudShare what their risks make one expect; null when there are none
     * @param paceBits how much faster they came last week than before, as a log-likelihood ratio
     * @param farm whether so many came so fast that a device farm is at work
     * @param risk probability that the next account on it is fraudulent, by this alone
     */
    @Serdeable(naming = SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record DeviceView(
            String tokenPrefix,
            int accounts,
            boolean accountsCapped,
            int accountsLastWeek,
            double accountsPerDay,
            int accountsInRings,
            int accountsInRiskyRings,
            int accountsSampled,
            @Nullable Double fraudShare,
            double paceBits,
            boolean farm,
            double risk) {
        static DeviceView of(DeviceRisk device) {
            return new DeviceView(
                    device.tokenPrefix(),
                    device.accounts(),
                    device.capped(),
                    device.lastWeek(),
                    device.perDay(),
                    device.inRings(),
                    device.inRiskyRings(),
                    device.sampled(),
                    device.fraudShare().isPresent() ? device.fraudShare().getAsDouble() : null,
                    Views.rounded(device.paceBits()),
                    device.farm(),
                    device.risk());
        }
    }

    /**
     * The answer.
     *
     * @param decision allow, step_up, review or deny
     * @param shadowDecision what would have been decided, of a policy that only watches
     * @param degraded what it was answered without: store_down, stale_index, model_missing
     */
    @Serdeable(naming = SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record CheckView(
            String accountId,
            String decision,
            @Nullable String shadowDecision,
            double probability,
            @Nullable CheckedRingView ring,
            List<ReasonView> reasons,
            List<PathView> paths,
            @Nullable DeviceView device,
            String modelVersion,
            String policyVersion,
            String snapshot,
            List<String> truncated,
            List<String> degraded,
            List<RejectionView> rejected) {
        static CheckView of(DecidedCheck decided) {
            CheckedApplication checked = decided.checked();
            CheckResult result = checked.result();
            return new CheckView(
                    checked.accountId(),
                    decided.ruling().decision().word(),
                    decided.ruling().shadowDecision().map(Decision::word).orElse(null),
                    result.probability(),
                    result.ring().map(CheckedRingView::of).orElse(null),
                    result.reasons().stream().map(ReasonView::of).toList(),
                    result.paths().stream().map(PathView::of).toList(),
                    result.device().map(DeviceView::of).orElse(null),
                    result.modelVersion(),
                    decided.policyVersion(),
                    result.snapshot(),
                    result.truncated(),
                    decided.degraded().stream().map(Degradation::word).toList(),
                    checked.rejections().stream().map(RejectionView::of).toList());
        }
    }
}
