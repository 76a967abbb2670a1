package io.ringsight.detect.evaluation.opponent;

import io.ringsight.ingest.snapshot.IdentityGraph;

/**
 * Accounts beside each account: the {@linkplain BlockedPairs pairs worth comparing} in compressed sparse rows, so hubs are
 * capped. Immutable.
 *
 * @param offsets int[accounts + 1]
 * @param account int[2 * pairs], the neighbour
 * @param pattern long[2 * pairs], see {@link Fields}
 * @param weight float[2 * pairs]: 1 / (accounts - 1) summed over the identifiers that both use, so rare sharing weighs most; half
 *     of one where only birth date and surname bring them together
 */
record Neighbours(int[] offsets, int[] account, long[] pattern, float[] weight) {
    private static final float NAMESAKES = 0.5f;

    static Neighbours of(IdentityGraph graph) {
        var pairs = BlockedPairs.of(graph);
        var fields = new Fields(graph);
        int[] degree = new int[graph.identifierCount()];
        for (int identifier = 0; identifier < degree.length; identifier++) {
            degree[identifier] = graph.degree(identifier);
        }
        int[] offsets = new int[graph.accountCount() + 1];
        for (int pair = 0; pair < pairs.size(); pair++) {
            offsets[pairs.lower(pair) + 1]++;
            offsets[pairs.higher(pair) + 1]++;
        }
        for (int account = 0; account < graph.accountCount(); account++) {
            offsets[account + 1] += offsets[account];
        }
        int[] next = offsets.clone();
        int[] accounts = new int[2 * pairs.size()];
        long[] patterns = new long[accounts.length];
        float[] weights = new float[accounts.length];
        for (int pair = 0; pair < pairs.size(); pair++) {
            int a = pairs.lower(pair);
            int b = pairs.higher(pair);
            long pattern = fields.pattern(a, b);
            float weight = weight(graph, degree, a, b);
            accounts[next[a]] = b;
            accounts[next[b]] = a;
            for (int at : new int[] {next[a]++, next[b]++}) {
                patterns[at] = pattern;
                weights[at] = weight;
            }
        }
        return new Neighbours(offsets, accounts, patterns, weights);
    }

    private static float weight(IdentityGraph graph, int[] degree, int a, int b) {
        float weight = 0;
        int i = graph.firstSighting(a);
        int j = graph.firstSighting(b);
        while (i < graph.firstSighting(a + 1) && j < graph.firstSighting(b + 1)) {
            int order = Integer.compare(graph.identifierOf(i), graph.identifierOf(j));
            if (order == 0 && (i == graph.firstSighting(a) || graph.identifierOf(i - 1) != graph.identifierOf(i))) {
                weight += 1f / (degree[graph.identifierOf(i)] - 1);
            }
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }
        return weight > 0 ? weight : NAMESAKES;
    }

    int first(int of) {
        return offsets[of];
    }

    int count(int of) {
        return offsets[of + 1] - offsets[of];
    }

    /** Weighted mean of the neighbours' values, passing over NaN; NaN where nothing is left. */
    float[] mean(float[] values) {
        float[] mean = new float[values.length];
        for (int of = 0; of < mean.length; of++) {
            double sum = 0;
            double all = 0;
            for (int at = offsets[of]; at < offsets[of + 1]; at++) {
                float value = values[account[at]];
                if (!Float.isNaN(value)) {
                    sum += weight[at] * value;
                    all += weight[at];
                }
            }
            mean[of] = all > 0 ? (float) (sum / all) : Float.NaN;
        }
        return mean;
    }

    /** The largest of the neighbours' values, passing over NaN; NaN where nothing is left. */
    float[] most(float[] values) {
        float[] most = new float[values.length];
        for (int of = 0; of < most.length; of++) {
            float largest = Float.NaN;
            for (int at = offsets[of]; at < offsets[of + 1]; at++) {
                float value = values[account[at]];
                largest = Float.isNaN(largest) || value > largest ? value : largest;
            }
            most[of] = largest;
        }
        return most;
    }
}
