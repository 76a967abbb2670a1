package io.ringsight.gnn.metric;

import java.util.ArrayList;
import java.util.List;

/** Curves to plot, thinned where points lie close. */
public final class Curves {
    private Curves() {}

    /**
     * Recall (y) against false positive rate (x), from (0, 0) to (1, 1); empty when a class is missing.
     *
     * @param most points, at least 2
     */
    public static List<CurvePoint> roc(Tally tally, int most) {
        if (!tally.missingClass().isEmpty()) {
            return List.of();
        }
        var points = new ArrayList<CurvePoint>();
        points.add(new CurvePoint(0, 0));
        double found = 0;
        double wrong = 0;
        for (int step = 0; step < tally.steps(); step++) {
            found += tally.positives(step);
            wrong += tally.negatives(step);
            points.add(new CurvePoint(wrong / tally.negatives(), found / tally.positives()));
        }
        return thinned(points, most);
    }

    /**
     * Precision (y) against recall (x), one point a distinct score; between points it is a step, not a straight line (Davis and
     * Goadrich 2006). Empty without positives.
     *
     * @param most points, at least 2
     */
    public static List<CurvePoint> precisionRecall(Tally tally, int most) {
        if (tally.positives() == 0) {
            return List.of();
        }
        var points = new ArrayList<CurvePoint>();
        double found = 0;
        double taken = 0;
        for (int step = 0; step < tally.steps(); step++) {
            found += tally.positives(step);
            taken += tally.positives(step) + tally.negatives(step);
            if (taken > 0) {
                points.add(new CurvePoint(found / tally.positives(), found / taken));
            }
        }
        return thinned(points, most);
    }

    /** The first, the last, and between them a point each time the curve has come a certain way. */
    private static List<CurvePoint> thinned(List<CurvePoint> points, int most) {
        if (points.size() <= most) {
            return List.copyOf(points);
        }
        double length = 0;
        for (int i = 1; i < points.size(); i++) {
            length += way(points.get(i - 1), points.get(i));
        }
        double stride = length / (most - 1);
        var kept = new ArrayList<CurvePoint>();
        kept.add(points.getFirst());
        double come = 0;
        for (int i = 1; i < points.size() - 1; i++) {
            come += way(points.get(i - 1), points.get(i));
            if (come >= stride && kept.size() < most - 1) {
                kept.add(points.get(i));
                come = 0;
            }
        }
        kept.add(points.getLast());
        return List.copyOf(kept);
    }

    private static double way(CurvePoint from, CurvePoint to) {
        return Math.abs(to.x() - from.x()) + Math.abs(to.y() - from.y());
    }
}
