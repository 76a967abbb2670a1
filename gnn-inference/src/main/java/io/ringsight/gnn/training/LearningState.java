package io.ringsight.gnn.training;

/** Parameters on their way, with the optimiser that moves them. Not thread-safe. */
final class LearningState {
    private final float[] values;
    private final Adam adam;

    LearningState(float[] values) {
        this(values, new Adam(values.length));
    }

    LearningState(float[] values, Adam adam) {
        this.values = values;
        this.adam = adam;
    }

    float[] values() {
        return values;
    }

    Adam adam() {
        return adam;
    }

    void step(float[] gradient, double rate, TrainingParameters parameters) {
        adam.step(values, gradient, rate, parameters.decay(), parameters.clip());
    }

    /** The same parameters, the optimiser at rest. */
    LearningState fresh() {
        return new LearningState(values);
    }
}
