package io.ringsight.gnn.training;

import java.util.ArrayList;
import java.util.List;

/** How far a training has come: all that it takes to go on from the end of an epoch. Not thread-safe. */
final class Course {
    static final int MEMORY = 100;

    Phase phase;
    int epoch; // epochs of the phase that are done
    float[] parameters;
    float[] average; // of the parameters of the phase, the newest weighing most: what is judged and kept
    Adam adam;
    float[] start; // parameters before the first label was seen
    double least = Double.MAX_VALUE; // validation loss of the best supervised epoch
    int bestEpoch; // the last one where nothing could be held out to tell
    final List<LearningPoint> curve = new ArrayList<>();

    Course(float[] parameters) {
        this.phase = Phase.CONTRAST;
        this.parameters = parameters;
        this.average = parameters.clone();
        this.adam = new Adam(parameters.length);
        this.start = parameters;
    }

    /** Begins a phase unless this or a later one has begun; returns whether it did. */
    boolean enter(Phase next) {
        if (phase.compareTo(next) >= 0) {
            return false;
        }
        phase = next;
        epoch = 0;
        adam = new Adam(parameters.length);
        return true;
    }

    /**
     * One step of the optimiser, and of the average that follows it (B. Polyak, A. Juditsky: Acceleration of stochastic
     * approximation by averaging, SIAM J. Control 30, 1992), whose memory grows to {@value #MEMORY} steps.
     */
    void step(float[] gradient, double rate, TrainingParameters by) {
        adam.step(parameters, gradient, rate, by.decay(), by.clip());
        float keep = (float) Math.min(1 - 1.0 / MEMORY, (double) adam.steps() / (adam.steps() + 9));
        for (int i = 0; i < average.length; i++) {
            average[i] = keep * average[i] + (1 - keep) * parameters[i];
        }
    }

    /** Leaves the average as the parameters. */
    void settle() {
        parameters = average.clone();
    }

    /** An epoch is done. */
    void done(LearningPoint point) {
        epoch = point.epoch();
        curve.add(point);
        boolean better = Double.isNaN(point.validation()) || point.validation() < least;
        if (phase == Phase.SUPERVISED && better) {
            least = Double.isNaN(point.validation()) ? least : point.validation();
            bestEpoch = point.epoch();
        }
    }
}
