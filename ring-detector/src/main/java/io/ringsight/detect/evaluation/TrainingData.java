package io.ringsight.detect.evaluation;

import io.ringsight.ingest.record.AccountLabel;
import io.ringsight.ingest.snapshot.IdentityGraph;
import java.util.List;

/**
 * What was known at a time; but where an account was revised later, the snapshot has the attributes of its newest revision: names,
 * date of birth and exposure of revised accounts come from after the training.
 *
 * @param graph the snapshot as of that time
 * @param labels learned until that time, at most one an account: the one that counts
 * @param asOf that time, milliseconds since 1970 UTC
 * @param prior probability that an account is fraudulent before anything is known of it
 * @param seed of everything random
 */
public record TrainingData(IdentityGraph graph, List<AccountLabel> labels, long asOf, double prior, long seed) {
    public TrainingData {
        labels = List.copyOf(labels);
    }
}
