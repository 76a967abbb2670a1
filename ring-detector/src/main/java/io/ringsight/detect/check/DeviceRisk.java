package io.ringsight.detect.check;

import io.ringsight.detect.evidence.DeviceUsers;
import java.util.OptionalDouble;

/**
 * What is known of one device, whoever presents it now. Of its accounts those are counted that are not the applicant's own.
 *
 * @param tokenPrefix the first digits of its token
 * @param accounts that were seen with it, all of them
 * @param capped whether they are more than those that were looked at one by one
 * @param lastWeek those of all that were first seen with it within the seven days before the application
 * @param inRings those of the sampled that are in a ring
 * @param inRiskyRings those of the sampled that are in a ring of risk 0.5 or more
 * @param sampled accounts that were looked at one by one, at most {@value DeviceUsers#SAMPLE}
 * @param fraudShare share of fraud among these that their risks make one expect; empty when there are none
 * @param paceBits how far the pace of the last week is from that of before, see {@link DeviceReputation}; 0 or more
 * @param farm whether so many came so fast that a device farm is at work
 * @param risk probability that the next account on it is fraudulent, by its reputation alone
 */
public record DeviceRisk(
        String tokenPrefix,
        int accounts,
        boolean capped,
        int lastWeek,
        int inRings,
        int inRiskyRings,
        int sampled,
        OptionalDouble fraudShare,
        double paceBits,
        boolean farm,
        double risk) {
    private static final double DAYS = 7;

    /** Accounts a day within the last week. */
    public double perDay() {
        return lastWeek / DAYS;
    }
}
