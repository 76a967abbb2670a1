package io.ringsight.ingest.snapshot;

import io.ringsight.ingest.record.Bytes;
import io.ringsight.ingest.resemblance.Signatures;
import java.util.Arrays;

/**
 * The signatures of an identifier type or of an attribute, in canonical form.
 *
 * @param form how a stored signature gets there
 * @param owners int[rows], whose they are: number of an identifier or of a value; ascending
 */
record SignatureColumn(CanonicalForm form, Signatures signatures, int[] owners) {
    /** The stored form of a row. */
    Bytes stored(int row) {
        return form.undo(signatures.get(row));
    }

    boolean sameAs(SignatureColumn other) {
        return Arrays.equals(owners, other.owners) && signatures.sameAs(other.signatures);
    }
}
