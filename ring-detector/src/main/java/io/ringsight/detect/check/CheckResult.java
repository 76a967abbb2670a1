package io.ringsight.detect.check;

import io.ringsight.detect.ring.Reason;
import java.util.List;
import java.util.Optional;

/**
 * What is known of one applicant; what to do about it is policy. The same state and the same applicant give an equal answer.
 *
 * @param probability that the applicant is fraudulent
 * @param ring that it is in, would join or would form
 * @param reasons strongest first, then by code
 * @param paths the one to three strongest ties
 * @param device what is known of the worst device that the applicant presents; changes nothing else here
 * @param networkAsked whether a graph network had a say: it is asked about those whom no snapshot holds and who share something
 * @param modelVersion names the rules
 * @param snapshot names the snapshot it was answered from
 * @param truncated what was left out because there was too much of it, for example {@code hub:ip}; sorted
 */
public record CheckResult(
        double probability,
        Optional<CheckedRing> ring,
        List<Reason> reasons,
        List<EvidencePath> paths,
        Optional<DeviceRisk> device,
        boolean networkAsked,
        String modelVersion,
        String snapshot,
        List<String> truncated) {
    public CheckResult {
        reasons = List.copyOf(reasons);
        paths = List.copyOf(paths);
        truncated = List.copyOf(truncated);
    }
}
