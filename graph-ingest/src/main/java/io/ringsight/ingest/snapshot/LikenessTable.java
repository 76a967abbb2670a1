package io.ringsight.ingest.snapshot;

import io.ringsight.ingest.record.BlockingKeys;
import io.ringsight.ingest.record.Bytes;
import io.ringsight.ingest.record.IdentifierType;
import io.ringsight.ingest.record.IdentifierTypes;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Optional;

/** What tells which identifiers are near each other, as it is added. Not thread-safe. */
final class LikenessTable {
    private final int types;
    private final SignatureTable signatures;
    private final BlockingTable blocking;
    private final BitSet placeholders = new BitSet(); // by number
    private final BitSet known = new BitSet(); // by number

    LikenessTable(IdentifierTypes types) {
        this.types = types.size();
        this.signatures = new SignatureTable(
                types.all().stream().mapToInt(IdentifierType::signatureBits).toArray());
        this.blocking = new BlockingTable(types.size());
    }

    boolean knows(int number) {
        return known.get(number);
    }

    /** What was said first of a number stands. */
    void put(int type, int number, Optional<Bytes> signature, BlockingKeys keys, boolean placeholder) {
        if (known.get(number)) {
            return;
        }
        known.set(number);
        placeholders.set(number, placeholder);
        signature.ifPresent(bits -> signatures.put(type, number, bits));
        if (keys.array().length > 0) {
            blocking.put(number, keys);
        }
    }

    /**
     * Takes the key out of all signatures, and puts what is in a run in an order that the key plays no part in, where
     * likeness tells it apart. What likeness does not tell apart stays in its order.
     */
    void settle(CanonicalOrder order) {
        blocking.resolve(order);
        order.refine((a, b) -> {
            int nothing = Boolean.compare(placeholders.get(a), placeholders.get(b));
            int signed = nothing != 0 ? nothing : Boolean.compare(signatures.has(a), signatures.has(b));
            return signed != 0 ? signed : blocking.compare(a, b);
        });
        for (int type = 0; type < types; type++) {
            signatures.canonicalise(type, order);
        }
        order.refine((a, b) -> signatures.compare(order.type(a), a, b));
    }

    /** With identifiers in that order. */
    IdentifierLikeness inOrder(int[] order, CountingSort.Key typeOf) {
        var columns = new SignatureColumn[types];
        int[] rows = new int[order.length];
        Arrays.fill(rows, -1);
        for (int type = 0; type < types; type++) {
            columns[type] = signatures.column(type, order, typeOf);
            int[] owners = columns[type].owners();
            for (int row = 0; row < owners.length; row++) {
                rows[owners[row]] = row;
            }
        }
        var saysNothing = new BitSet();
        for (int identifier = 0; identifier < order.length; identifier++) {
            if (placeholders.get(order[identifier])) {
                saysNothing.set(identifier);
            }
        }
        return new IdentifierLikeness(columns, rows, saysNothing, blocking.blocking(order));
    }
}
