package io.ringsight.detect.evidence;

/**
 * One reason to believe, or not to, that two accounts are under common control.
 *
 * @param code upper snake case, for example {@code SHARED_DEVICE}
 * @param bits what it adds to the log2 odds that stand without what was added before it; negative when it speaks against
 * @param field what was compared: an identifier type, {@code given_name}, {@code surname}, {@code birth_date}, {@code time}, {@code context}
 */
public record Evidence(String code, double bits, String field) {
    /** Whether it is of two people in one identity, such as one document with two faces. */
    public boolean isConflict() {
        return code.contains("_WITH_OTHER_");
    }
}
