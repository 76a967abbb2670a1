package io.ringsight.gnn.metric;

import java.util.OptionalDouble;

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

    /** {@code part / whole}, undefined for this reason where the whole is not positive. */
    static Measure ratio(double part, double whole, String reasonWhenEmpty) {
        return whole > 0 ? of(part / whole) : undefined(reasonWhenEmpty);
    }

    /** The harmonic mean of precision and recall, 0 when both are; undefined when one of them is, for its reason. */
    static Measure f1(Measure precision, Measure recall) {
        if (precision instanceof Value(double p) && recall instanceof Value(double r)) {
            return of(p + r == 0 ? 0 : 2 * p * r / (p + r));
        }
        return precision instanceof Undefined ? precision : recall;
    }

    /** This minus the other; undefined when one of them is, for its reason. */
    default Measure minus(Measure other) {
        if (this instanceof Value(double mine) && other instanceof Value(double theirs)) {
            return of(mine - theirs);
        }
        return this instanceof Undefined ? this : other;
    }

    /** Empty when undefined. */
    default OptionalDouble toOptional() {
        return switch (this) {
            case Value(double value) -> OptionalDouble.of(value);
            case Undefined _ -> OptionalDouble.empty();
        };
    }
}
