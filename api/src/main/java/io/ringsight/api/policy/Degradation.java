package io.ringsight.api.policy;

import java.util.Locale;

/** Why a check is answered from less than there should be. */
public enum Degradation {
    /** The store does not answer: what other processes do is not heard of. */
    STORE_DOWN,
    /** The log of the store was not read for too long: accounts that came since are not known. */
    STALE_INDEX,
    /** The model that should judge did not judge the detection that is served. */
    MODEL_MISSING;

    /** The word that JSON and policy files use. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
