package io.ringsight.detect.disposition;

import io.ringsight.ingest.record.CodePointOrder;
import java.util.List;

/** What a disposition is about. */
public sealed interface Subject {

    /** Accounts that it is about. */
    List<String> accounts();

    /** One account. */
    record Account(String accountId) implements Subject {
        @Override
        public List<String> accounts() {
            return List.of(accountId);
        }

        @Override
        public String toString() {
            return "account " + accountId;
        }
    }

    /** Two accounts: the id that comes first by code point is {@code accountA}. */
    record Pair(String accountA, String accountB) implements Subject {
        /** In either order. */
        public static Pair of(String one, String other) {
            return CodePointOrder.INSTANCE.compare(one, other) <= 0 ? new Pair(one, other) : new Pair(other, one);
        }

        @Override
        public List<String> accounts() {
            return List.of(accountA, accountB);
        }

        @Override
        public String toString() {
            return "accounts " + accountA + " and " + accountB;
        }
    }

    /**
     * A ring as it was when it was judged.
     *
     * @param accounts its members at that version, by code point
     * @param conflicts links within it that speak of two people in one identity, at that version
     */
    record Ring(String ringId, int version, List<String> accounts, int conflicts) implements Subject {
        public Ring {
            accounts = List.copyOf(accounts);
        }

        @Override
        public String toString() {
            return "ring " + ringId;
        }
    }

    /** Whether both are about the same account, pair or ring, whatever the version. */
    default boolean sameAs(Subject other) {
        return this instanceof Ring mine && other instanceof Ring theirs
                ? mine.ringId.equals(theirs.ringId)
                : equals(other);
    }
}
