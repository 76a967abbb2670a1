package io.ringsight.detect.risk.learned;

import io.ringsight.detect.evidence.LogOdds;
import io.ringsight.detect.risk.column.RingColumns;
import io.ringsight.detect.risk.column.RiskTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The risk of a ring as a whole: what is said of its members, who are judged by its size, pace, density and conflicts too,
 * {@linkplain Correction corrected} by what its links say, by its least suspect member, its density, and the labels among them. It learns
 * from labelled members, each seeing its ring without its own label; with few of them it stays near the mean of its members. Immutable,
 * thread-safe.
 *
 * @param correction of what is said of its members
 * @param share of fraud among the accounts that have a label
 */
record RingModel(Correction correction, double share) {
    /** Labelled members of each class. */
    private static final int LEAST = 20;

    private static final double STRENGTH = 1; // how many labels the share counts for

    /** What a ring is judged by: columns of a row. */
    static final int EVIDENCE = 0;

    static final int MEMBERS = 1; // mean log2 odds of its members
    static final int WEAKEST = 2; // least log2 odds of a member
    static final int DENSITY = 3; // links over pairs of members
    static final int LABELS = 4; // bits that the labels of its members move the share of fraud by
    static final int WIDTH = 5;

    /**
     * @param bits double[accounts], log2 odds by account number that none's own label is in
     * @param prior share of fraud that bits and links are about
     * @return empty when a class has too few labelled members
     */
    static Optional<RingModel> train(RiskTable table, double[] bits, Folds folds, double prior) {
        byte[] labels = table.labels();
        double share = share(labels);
        double shift = LogOdds.bits(prior) - LogOdds.bits(share);
        double[][] columns = RingColumns.of(table.findings());
        byte[] foldOf = folds.byAccount(table.findings().order());
        var members = new ArrayList<Correction.Example>();
        int fraud = 0;
        for (int ring = 0; ring < columns.length; ring++) {
            for (int rank : table.findings().rings()[ring]) {
                int account = table.findings().order().account(rank);
                if (labels[account] != 0) {
                    double[] row = row(table, ring, columns[ring], bits, share, account);
                    members.add(new Correction.Example(row[MEMBERS] - shift, row, labels[account], foldOf[account]));
                    fraud += labels[account] > 0 ? 1 : 0;
                }
            }
        }
        if (Math.min(fraud, members.size() - fraud) < LEAST) {
            return Optional.empty();
        }
        return Optional.of(new RingModel(Correction.of(members), share));
    }

    private static double share(byte[] labels) {
        long labelled =
                IntStream.range(0, labels.length).filter(a -> labels[a] != 0).count();
        long fraud =
                IntStream.range(0, labels.length).filter(a -> labels[a] > 0).count();
        return fraud / (double) labelled;
    }

    /**
     * Of every ring, what adds up to its log2 odds.
     *
     * @param members mean log2 odds of its members
     * @param columns double[{@link #WIDTH}]: bits that each column adds
     * @param bits of the ring
     */
    record Judged(double members, double[] columns, double bits) {}

    /** @param prior share of fraud that bits and links are about */
    List<Judged> judge(RiskTable table, double[] bits, double prior) {
        double shift = LogOdds.bits(prior) - LogOdds.bits(share);
        double[][] columns = RingColumns.of(table.findings());
        return IntStream.range(0, columns.length)
                .mapToObj(ring -> {
                    double[] row = row(table, ring, columns[ring], bits, share, -1);
                    return new Judged(
                            row[MEMBERS],
                            correction.contributions(row),
                            correction.bits(row[MEMBERS] - shift, row) + shift);
                })
                .toList();
    }

    /** @param without the account whose label is not to be seen, or -1 */
    private static double[] row(RiskTable table, int ring, double[] columns, double[] bits, double share, int without) {
        double[] row = new double[WIDTH];
        row[EVIDENCE] = columns[RingColumns.EVIDENCE];
        row[DENSITY] = columns[RingColumns.DENSITY];
        row[WEAKEST] = Double.MAX_VALUE;
        int[] members = table.findings().rings()[ring];
        int fraud = 0;
        int legit = 0;
        for (int rank : members) {
            int account = table.findings().order().account(rank);
            row[MEMBERS] += bits[account] / members.length;
            row[WEAKEST] = Math.min(row[WEAKEST], bits[account]);
            if (account != without) {
                fraud += table.labels()[account] > 0 ? 1 : 0;
                legit += table.labels()[account] < 0 ? 1 : 0;
            }
        }
        double mean = (fraud + STRENGTH * share) / (fraud + legit + STRENGTH);
        row[LABELS] = LogOdds.bits(mean) - LogOdds.bits(share);
        return row;
    }
}
