package io.ringsight.api.decision;

import io.ringsight.api.pipeline.Installation;
import io.ringsight.api.pipeline.ProductVersion;
import io.ringsight.api.policy.Degradation;
import io.ringsight.api.policy.PolicyFile;
import io.ringsight.api.policy.Ruling;
import io.ringsight.api.service.CheckedApplication;
import io.ringsight.api.service.RingService;
import io.ringsight.export.json.JsonText;
import io.ringsight.ingest.tokenise.KeySets;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;

/**
 * Where applicants are checked: the service says what is known of one, the policy what to do, the log keeps both. Thread-safe; closing it
 * writes down what is still to be written, and leaves the service open.
 */
public final class CheckDesk implements AutoCloseable {
    private final RingService service;
    private final String policyHash;
    private final int keyVersion;
    private final Judge judge;
    private final DecisionLog log;
    private final LongAdder networkAsked = new LongAdder();

    private CheckDesk(RingService service, PolicyFile policy, KeySets keys, DecisionLog log) {
        this.service = service;
        policyHash = policy.hash();
        keyVersion = keys.version();
        judge = new Judge(policy.policy(), keys);
        this.log = log;
    }

    /** Checks that are recorded in the installation's data folder. */
    public static CheckDesk open(Installation installation, RingService service, PolicyFile policy) {
        var records = Records.of(installation);
        records.policies().keep(policy);
        return new CheckDesk(service, policy, installation.existingKeys(), records.openLog());
    }

    /** Whom it asks. */
    public RingService service() {
        return service;
    }

    public DecisionLog log() {
        return log;
    }

    /** A question about an applicant: nothing is written into the store. */
    public DecidedCheck check(byte[] json) {
        CheckedApplication checked = service.check(json);
        if (checked.result().networkAsked()) {
            networkAsked.increment();
        }
        List<Degradation> degraded = judge.degraded(checked.health());
        Ruling ruling = judge.decide(checked.application().account(), checked.result(), degraded);
        var decided = new DecidedCheck(CheckIds.next(checked.at()), checked, degraded, ruling, judge.policyVersion());
        log.offer(() -> logged(decided));
        return decided;
    }

    /** Checks in which a graph network had a say. */
    public long networkAsked() {
        return networkAsked.sum();
    }

    /** What checks are answered without at the moment. */
    public List<Degradation> degraded() {
        return judge.degraded(service.health());
    }

    private LoggedCheck logged(DecidedCheck decided) {
        CheckedApplication checked = decided.checked();
        return new LoggedCheck(
                decided.checkId(),
                checked.at(),
                ProductVersion.ringsight(),
                checked.state(),
                checked.health(),
                checked.result().snapshot(),
                checked.result().modelVersion(),
                decided.policyVersion(),
                policyHash,
                keyVersion,
                checked.application(),
                checked.rejections().stream()
                        .map(rejection ->
                                new LoggedCheck.Left(rejection.origin().field(), rejection.reason()))
                        .toList(),
                decided.ruling(),
                JsonText.line(AnswerJson.of(decided)));
    }

    @Override
    public void close() {
        log.close();
    }
}
