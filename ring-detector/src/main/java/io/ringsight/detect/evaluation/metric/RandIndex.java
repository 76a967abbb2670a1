package io.ringsight.detect.evaluation.metric;

import io.ringsight.gnn.metric.Measure;

/**
 * The adjusted Rand index from what each account adds to the pairs: Hubert and Arabie 1985, equation 5. A pair counts half for
 * either of its accounts, so weights on accounts weigh pairs.
 *
 * @param shared double[accounts]: others in both the account's clusters
 * @param predicted double[accounts]: others in its predicted cluster
 * @param truth double[accounts]: others in its true cluster
 * @param counted double[accounts]: 1 when scored, else 0
 */
record RandIndex(double[] shared, double[] predicted, double[] truth, double[] counted) {
    Measure measure(double[] weight) {
        double accounts = 0;
        double both = 0;
        double found = 0;
        double there = 0;
        double total = 0;
        for (int i = 0; i < counted.length; i++) {
            accounts += counted[i];
            total += weight[i] * counted[i];
            both += weight[i] * shared[i];
            found += weight[i] * predicted[i];
            there += weight[i] * truth[i];
        }
        double pairs = total * (accounts - 1);
        if (!(pairs > 0)) {
            return Measure.undefined("fewer than two accounts were scored");
        }
        double expected = found * (there / pairs);
        double most = (found + there) / 2;
        if (most == expected) {
            return Measure.of(1); // all alone, or all together, in both
        }
        return Measure.of((both - expected) / (most - expected));
    }
}
