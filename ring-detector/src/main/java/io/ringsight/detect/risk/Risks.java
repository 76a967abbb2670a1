package io.ringsight.detect.risk;

import io.ringsight.detect.ring.Reason;
import java.util.List;

/**
 * Risks of all rings and all accounts.
 *
 * @param rings by position of the ring
 * @param accounts by rank of the account
 * @param calibration how those that rest on evidence are calibrated on labels
 * @param learned whether labels taught these, so that they are calibrated already
 */
public record Risks(List<Risk> rings, List<Risk> accounts, Calibration calibration, boolean learned) {
    /**
     * @param probability of fraud
     * @param reasons strongest first; with the prior they add up to the log2 odds of the probability
     */
    public record Risk(double probability, List<Reason> reasons) {
        public Risk {
            reasons = List.copyOf(reasons);
        }
    }
}
