package io.ringsight.detect.check;

import java.util.List;

/**
 * The ring that an applicant is in, would join, or would form.
 *
 * @param ringId its id; of the ring that would form, the id it would get
 * @param existing whether the ring is there without the applicant
 * @param size with the applicant
 * @param risk with the applicant
 * @param members account ids by code point, the applicant included, at most {@link Check#MOST_MEMBERS}
 */
public record CheckedRing(String ringId, boolean existing, int size, double risk, List<String> members) {
    public CheckedRing {
        members = List.copyOf(members);
    }
}
