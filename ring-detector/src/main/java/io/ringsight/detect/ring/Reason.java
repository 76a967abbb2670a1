package io.ringsight.detect.ring;

import java.util.Comparator;

/**
 * One reason for a risk.
 *
 * @param code upper snake case, for example {@code SHARED_DOCUMENT}
 * @param bits what it adds to the log2 odds of fraud; negative when it speaks against
 */
public record Reason(String code, double bits) {
    /** By bits, whatever their sign, then by code. */
    public static final Comparator<Reason> STRONGEST_FIRST = Comparator.comparingDouble(
                    (Reason reason) -> Math.abs(reason.bits))
            .reversed()
            .thenComparing(Reason::code);
}
