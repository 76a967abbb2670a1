package io.ringsight.gnn.metric;

/** A point of a curve to plot, both in [0, 1]. */
public record CurvePoint(double x, double y) {}
