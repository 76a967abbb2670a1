package io.ringsight.detect.evaluation.opponent;

import io.ringsight.detect.evaluation.Verdicts;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * What the size of an account's group says about it. From labels: in each band of sizes the share of fraud, drawn towards
 * that of all by one account, and brought from the labels' share of fraud to the prior (C. Elkan: The foundations of
 * cost-sensitive learning, IJCAI 2001, theorem 2). It need not rise with size: what connects many is often an office.
 * Groups are risky from the smallest to the largest size that together give the best F1 over the labelled accounts,
 * weighted to the prior. Without labels of both classes risk only ranks, by size, and groups of three and more are risky. A
 * group of more than {@link #LARGEST_RING} is never risky: that is a city behind one network, and to flag it would ruin every
 * ring metric.
 *
 * @param bands double[bands], probability of fraud by band of sizes; empty without labels
 * @param smallest size of a risky group
 * @param largest size of a risky group
 */
record SizeRisk(double[] bands, int smallest, int largest) {
    static final int LARGEST_RING = 200;
    static final SizeRisk WITHOUT_LABELS = new SizeRisk(new double[0], 3, LARGEST_RING);

    private static final int EXACT_SIZES = 8; // each a band of its own; above, a band is a power of two
    private static final int BAND_COUNT = EXACT_SIZES + Integer.SIZE;

    static SizeRisk fit(GroupSizes sizes, KnownLabels labels, double prior) {
        if (!labels.bothClasses()) {
            return WITHOUT_LABELS;
        }
        double fraudWeight = prior / labels.fraud();
        double legitWeight = (1 - prior) / labels.legit();
        double labelled = labels.fraud() + labels.legit();
        double[] fraud = new double[BAND_COUNT];
        double[] legit = new double[BAND_COUNT];
        Arrays.fill(fraud, fraudWeight * labels.fraud() / labelled);
        Arrays.fill(legit, legitWeight * labels.legit() / labelled);
        int most = 1;
        for (int account = 0; account < labels.of().length; account++) {
            if (labels.of()[account] > 0) {
                fraud[band(sizes.of(account))] += fraudWeight;
            } else if (labels.of()[account] < 0) {
                legit[band(sizes.of(account))] += legitWeight;
            }
            most = labels.of()[account] == 0 ? most : Math.max(most, sizes.of(account));
        }
        double[] probability = new double[BAND_COUNT];
        Arrays.setAll(probability, b -> fraud[b] / (fraud[b] + legit[b]));
        int[] range = bestRange(sizes, labels, most, fraudWeight, legitWeight);
        return new SizeRisk(probability, range[0], range[1]);
    }

    /** Smallest and largest size of best F1; of several the first in order of both. */
    private static int[] bestRange(
            GroupSizes sizes, KnownLabels labels, int most, double fraudWeight, double legitWeight) {
        double[] fraud = new double[most + 1];
        double[] legit = new double[most + 1];
        for (int account = 0; account < labels.of().length; account++) {
            if (labels.of()[account] > 0) {
                fraud[sizes.of(account)] += fraudWeight;
            } else if (labels.of()[account] < 0) {
                legit[sizes.of(account)] += legitWeight;
            }
        }
        int[] present = IntStream.rangeClosed(2, Math.min(most, LARGEST_RING))
                .filter(size -> fraud[size] + legit[size] > 0)
                .toArray();
        double all = fraudWeight * labels.fraud();
        double best = 0;
        int[] range = {WITHOUT_LABELS.smallest, WITHOUT_LABELS.largest};
        for (int from = 0; from < present.length; from++) {
            double caught = 0;
            double disturbed = 0;
            for (int to = from; to < present.length; to++) {
                caught += fraud[present[to]];
                disturbed += legit[present[to]];
                double f1 = 2 * caught / (caught + disturbed + all);
                if (f1 > best) {
                    best = f1;
                    // Sizes that no label speaks of belong to the range that ends before them.
                    int largest = to + 1 < present.length ? present[to + 1] - 1 : LARGEST_RING;
                    range = new int[] {present[from], largest};
                }
            }
        }
        return range;
    }

    boolean fromLabels() {
        return bands.length > 0;
    }

    double risk(int size) {
        return fromLabels() ? bands[band(size)] : 1 - 1.0 / size;
    }

    /** At least {@link Verdicts#RISKY} for the risky sizes, below it for the others; ordered by risk among each. */
    double ringRisk(int size) {
        boolean risky = size >= smallest && size <= largest;
        return risky ? Verdicts.RISKY + risk(size) / 2 : risk(size) / 2;
    }

    private static int band(int size) {
        return size <= EXACT_SIZES ? size - 1 : EXACT_SIZES + 31 - Integer.numberOfLeadingZeros(size);
    }
}
