package io.ringsight.ingest.normalise;

import io.ringsight.ingest.record.Quality;

/** What normalisation made of a raw value. */
public sealed interface Outcome {

    /**
     * The value as it is compared: two values of one type are the same exactly when these are equal.
     *
     * @param value normal form; normalising it again changes nothing
     * @param quality whether the checks of its type were passed
     */
    record NormalForm(String value, Quality quality) implements Outcome {
        static NormalForm verified(String value) {
            return new NormalForm(value, Quality.VERIFIED);
        }

        static NormalForm unverified(String value) {
            return new NormalForm(value, Quality.UNVERIFIED);
        }

        /** Never shows the value. */
        @Override
        public String toString() {
            return "NormalForm[" + quality.word() + "]";
        }
    }

    /**
     * Nothing that could be compared.
     *
     * @param reason why, without the value
     */
    record Unusable(String reason) implements Outcome {}
}
