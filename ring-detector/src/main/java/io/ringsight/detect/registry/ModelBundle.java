package io.ringsight.detect.registry;

import io.ringsight.detect.risk.learned.TrainedModel;

/**
 * A trained model with where it comes from and how it did.
 *
 * @param origin of the training
 * @param rivalry with who stood before it, out of time
 */
public record ModelBundle(TrainedModel model, Origin origin, Rivalry rivalry) {
    /**
     * @param snapshot names the snapshot of the training
     * @param rules names the rules of evidence
     * @param asOf when it was taken, milliseconds since 1970 UTC
     * @param fraud accounts that were labelled so
     * @param legit accounts that were labelled so
     * @param trees a fold
     */
    public record Origin(String snapshot, String rules, long asOf, long seed, int fraud, int legit, int trees) {}
}
