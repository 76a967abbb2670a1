package io.ringsight.detect.explanation;

import java.util.List;

/**
 * A part of what members of a ring present, cited as evidence.
 *
 * @param type name of the identifier type
 * @param identifiers numbers in the snapshot, ascending
 * @param accounts members that use it, by id
 * @param users accounts in the whole snapshot that use it
 * @param alone risk by links alone if members presented nothing else
 * @param without risk by links alone if they presented all else
 */
public record EvidenceItem(
        ThingKind kind,
        String type,
        List<Integer> identifiers,
        List<String> accounts,
        int users,
        double alone,
        double without) {
    public EvidenceItem {
        identifiers = List.copyOf(identifiers);
        accounts = List.copyOf(accounts);
    }
}
