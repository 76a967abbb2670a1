package io.ringsight.gnn.metric;

/** A metric's value, or why it has none. Never NaN. */
public sealed interface Measure {

    /** @param value finite */
    record Value(double value) implements Measure {
        public Value {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException("A measured value is finite, not " + value + ".");
            }
        }
    }

    /** @param reason for people, without a full stop: {@code no fraudulent account was scored} */
    record Undefined(String reason) implements Measure {}

    static Measure of(double value) {
        return new Value(value);
    }

    static Measure undefined(String reason) {
        return new Undefined(reason);
    }
}
