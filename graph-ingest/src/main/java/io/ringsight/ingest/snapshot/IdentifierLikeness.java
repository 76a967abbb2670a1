package io.ringsight.ingest.snapshot;

import java.util.BitSet;

/**
 * What tells which identifiers are near each other.
 *
 * @param signatures by type
 * @param rows int[identifiers], row in the signatures of its type, or -1
 * @param placeholders identifiers that say nothing
 */
record IdentifierLikeness(SignatureColumn[] signatures, int[] rows, BitSet placeholders, Blocking blocking) {
    boolean sameAs(IdentifierLikeness other) {
        for (int type = 0; type < signatures.length; type++) {
            if (!signatures[type].sameAs(other.signatures[type])) {
                return false;
            }
        }
        return placeholders.equals(other.placeholders) && blocking.sameAs(other.blocking);
    }
}
