package io.ringsight.gnn.training;

/** Adds up one epoch. Not thread-safe. */
final class Meter {
    private final Phase phase;
    private final int epoch;
    private final long start = System.nanoTime();
    private double loss;
    private int steps;
    private long edges;

    Meter(Phase phase, int epoch) {
        this.phase = phase;
        this.epoch = epoch;
    }

    void add(double stepLoss, long stepEdges) {
        loss += stepLoss;
        steps++;
        edges += stepEdges;
    }

    LearningPoint point(double validation) {
        double seconds = (System.nanoTime() - start) / 1e9;
        return new LearningPoint(phase, epoch, loss / Math.max(1, steps), validation, steps, edges, seconds);
    }
}
