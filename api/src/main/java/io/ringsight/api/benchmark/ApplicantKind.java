package io.ringsight.api.benchmark;

import java.util.Locale;

/** Who asks. */
public enum ApplicantKind {
    /** Shares nothing with anybody. */
    STRANGER,
    /** Shares address, IP address and surname with an account. */
    HOUSEHOLD,
    /** Shares device and face with an account whose device others have too. */
    JOINER,
    /** Adversarial: presents the commonest values of every type, which are shared by the most accounts. */
    HUB_USER;

    /** In lower case, as reports have it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
