package io.ringsight.detect.ring;

/**
 * One reason for a risk.
 *
 * @param code upper snake case, for example {@code SHARED_DOCUMENT}
 * @param bits what it adds to the log2 odds of fraud; negative when it speaks against
 */
public record Reason(String code, double bits) {}
