package io.ringsight.detect.explanation;

import java.util.List;

/**
 * One thing that members of a ring have in common, cited as evidence.
 *
 * @param type name of the identifier type
 * @param isEqual whether it is one identifier; else several that resemble each other
 * @param identifiers numbers in the snapshot, ascending
 * @param accounts members that use it, by id
 * @param users accounts in the whole snapshot that use it
 * @param alone risk by links alone if the ring had nothing else in common
 * @param without risk by links alone if it had all else in common, but not this
 */
public record CitedThing(
        String type,
        boolean isEqual,
        List<Integer> identifiers,
        List<String> accounts,
        int users,
        double alone,
        double without) {
    public CitedThing {
        identifiers = List.copyOf(identifiers);
        accounts = List.copyOf(accounts);
    }
}
