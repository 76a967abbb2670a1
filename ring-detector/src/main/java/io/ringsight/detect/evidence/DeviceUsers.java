package io.ringsight.detect.evidence;

/**
 * Who was seen with a device, as of some time.
 *
 * @param count all of them
 * @param sample accounts: those with the smallest hashes of their ids, in any order; all, where they are no more than {@value #SAMPLE}
 * @param before how many were first seen with it before a week began, or as it began
 * @param recent how many since, until the week was over
 * @param first when the first of all was seen with it, milliseconds since 1970 UTC; {@link Long#MAX_VALUE} where there is none
 */
public record DeviceUsers(int count, int[] sample, int before, int recent, long first) {
    /** Accounts of a device that are told one by one. */
    public static final int SAMPLE = 50;
}
