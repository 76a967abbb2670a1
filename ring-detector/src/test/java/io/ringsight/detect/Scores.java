package io.ringsight.detect;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Measures of a detection against truth, for tests. */
final class Scores {
    private Scores() {}

    /** Area under the receiver operating characteristic; ties count half. */
    static double auroc(double[] score, boolean[] positive) {
        Integer[] order = order(score);
        double ranks = 0;
        long positives = 0;
        for (int from = 0, to; from < order.length; from = to) {
            to = from + 1;
            while (to < order.length && score[order[to]] == score[order[from]]) {
                to++;
            }
            for (int i = from; i < to; i++) {
                if (positive[order[i]]) {
                    ranks += (from + to + 1) / 2.0;
                    positives++;
                }
            }
        }
        double negatives = order.length - positives;
        return (ranks - positives * (positives + 1) / 2.0) / (positives * negatives);
    }

    /** Average precision; tied scores are one step. */
    static double auprc(double[] score, boolean[] positive) {
        Integer[] order = order(score);
        long all = 0;
        for (boolean p : positive) {
            all += p ? 1 : 0;
        }
        double area = 0;
        long found = 0;
        long taken = 0;
        for (int to = order.length; to > 0; ) {
            int from = to - 1;
            while (from > 0 && score[order[from - 1]] == score[order[to - 1]]) {
                from--;
            }
            long before = found;
            for (int i = from; i < to; i++) {
                found += positive[order[i]] ? 1 : 0;
                taken++;
            }
            area += (double) (found - before) / all * found / taken;
            to = from;
        }
        return area;
    }

    private static Integer[] order(double[] score) {
        Integer[] order = new Integer[score.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, (a, b) -> Double.compare(score[a], score[b]));
        return order;
    }

    /** {recall, precision} of the pairs that groups make; {@code ""} is no group. */
    static double[] pairs(List<String> found, List<String> truth) {
        Map<String, Long> both = new HashMap<>();
        Map<String, Long> ours = new HashMap<>();
        Map<String, Long> theirs = new HashMap<>();
        for (int i = 0; i < found.size(); i++) {
            if (!found.get(i).isEmpty()) {
                ours.merge(found.get(i), 1L, Long::sum);
            }
            if (!truth.get(i).isEmpty()) {
                theirs.merge(truth.get(i), 1L, Long::sum);
            }
            if (!found.get(i).isEmpty() && !truth.get(i).isEmpty()) {
                both.merge(found.get(i) + '\0' + truth.get(i), 1L, Long::sum);
            }
        }
        double right = count(both);
        return new double[] {right / count(theirs), right / count(ours)};
    }

    private static double count(Map<String, Long> sizes) {
        return sizes.values().stream().mapToDouble(n -> n * (n - 1) / 2.0).sum();
    }
}
