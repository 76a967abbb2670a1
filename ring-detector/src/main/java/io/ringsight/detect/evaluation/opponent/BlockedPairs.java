package io.ringsight.detect.evaluation.opponent;

import io.ringsight.ingest.record.AccountAttribute;
import io.ringsight.ingest.snapshot.IdentityGraph;

/** The pairs of accounts that are compared, each once. Immutable. */
final class BlockedPairs {
    private final long[] pairs; // lower account << 32 | higher account; ascending

    /** @param pairs long[pairs], the lower account above 32 bits of the higher; ascending */
    BlockedPairs(long[] pairs) {
        this.pairs = pairs;
    }

    /** Those that share an identifier, or birth date and surname. */
    static BlockedPairs of(IdentityGraph graph) {
        var blocks = new PairBlocks(graph);
        blocks.identifiers();
        blocks.attributes(AccountAttribute.BIRTH_DATE, AccountAttribute.SURNAME);
        return blocks.pairs();
    }

    int size() {
        return pairs.length;
    }

    int lower(int pair) {
        return (int) (pairs[pair] >>> 32);
    }

    int higher(int pair) {
        return (int) pairs[pair];
    }
}
