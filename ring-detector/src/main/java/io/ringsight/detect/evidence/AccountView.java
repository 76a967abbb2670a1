package io.ringsight.detect.evidence;

import io.ringsight.ingest.record.AccountAttribute;
import io.ringsight.ingest.resemblance.Signatures;
import io.ringsight.ingest.snapshot.IdentityGraph;
import java.util.Arrays;
import java.util.function.IntPredicate;

/**
 * One account laid out for comparison: each identifier once, ascending, with the stretch of time in which it was seen. Mutable and
 * reused; one thread.
 */
public final class AccountView {
    private static final AccountAttribute[] ATTRIBUTES = AccountAttribute.values();

    int size;
    int[] identifiers = new int[16]; // ascending; -1 for one that is not known, those come first
    int[] types = new int[16];
    long[] firstSeen = new long[16]; // ms since 1970 UTC
    long[] lastSeen = new long[16];
    final Signatures[] attributeSignatures = new Signatures[ATTRIBUTES.length];
    final int[] attributes =
            new int[ATTRIBUTES.length]; // number of the value; -1 missing, -2 a value that nobody else has
    final int[] attributeRows = new int[ATTRIBUTES.length]; // row in the signatures, -1 without
    Signatures[] signatures = new Signatures[16];
    int[] rows = new int[16]; // -1 without a signature
    int keyCount;
    int[] keys = new int[32]; // numbers of blocking keys
    long createdAt; // ms since 1970 UTC
    long presence; // bit by type

    /** Lays out an account of the snapshot. */
    void load(IdentityGraph graph, int account) {
        clear();
        createdAt = graph.createdAt(account);
        for (AccountAttribute attribute : ATTRIBUTES) {
            int value = graph.attribute(attribute, account);
            attribute(attribute, value, graph.attributeSignatures(attribute), value);
        }
        int end = graph.firstSighting(account + 1);
        for (int s = graph.firstSighting(account); s < end; s++) {
            int identifier = graph.identifierOf(s);
            if (size > 0 && identifiers[size - 1] == identifier) {
                lastSeen[size - 1] = graph.seenAt(s); // sightings of one identifier are in order of time
            } else if (!graph.isPlaceholder(identifier)) {
                int type = graph.identifierType(identifier);
                add(
                        identifier,
                        type,
                        graph.seenAt(s),
                        graph.seenAt(s),
                        graph.signatures(type),
                        graph.signatureOf(identifier));
                for (int k = graph.firstBlockingKey(identifier); k < graph.firstBlockingKey(identifier + 1); k++) {
                    key(graph.blockingKey(k));
                }
            }
        }
    }

    /** Takes away what is not kept. */
    void keep(IdentityGraph graph, IntPredicate kept) {
        int all = size;
        size = 0;
        keyCount = 0;
        presence = 0;
        for (int i = 0; i < all; i++) {
            if (kept.test(identifiers[i])) {
                add(identifiers[i], types[i], firstSeen[i], lastSeen[i], signatures[i], rows[i]);
                for (int k = graph.firstBlockingKey(identifiers[i]);
                        k < graph.firstBlockingKey(identifiers[i] + 1);
                        k++) {
                    key(graph.blockingKey(k));
                }
            }
        }
    }

    void clear() {
        size = 0;
        keyCount = 0;
        presence = 0;
        Arrays.fill(attributes, -1);
        Arrays.fill(attributeRows, -1);
    }

    void attribute(AccountAttribute attribute, int value, Signatures all, int row) {
        attributes[attribute.ordinal()] = value;
        attributeSignatures[attribute.ordinal()] = all;
        attributeRows[attribute.ordinal()] = row < all.size() ? row : -1;
    }

    void add(int identifier, int type, long first, long last, Signatures all, int row) {
        if (size == identifiers.length) {
            grow();
        }
        identifiers[size] = identifier;
        types[size] = type;
        firstSeen[size] = first;
        lastSeen[size] = last;
        signatures[size] = all;
        rows[size++] = row;
        presence |= 1L << type;
    }

    void key(int key) {
        if (keyCount == keys.length) {
            keys = Arrays.copyOf(keys, keyCount * 2);
        }
        keys[keyCount++] = key;
    }

    /** What either is seen with, from the earlier creation on; all else is of the newer one. */
    static AccountView union(AccountView older, AccountView newer) {
        var union = new AccountView();
        union.clear();
        union.createdAt = Math.min(older.createdAt, newer.createdAt);
        for (AccountAttribute attribute : ATTRIBUTES) {
            int at = attribute.ordinal();
            AccountView of = newer.attributes[at] == -1 ? older : newer;
            if (of.attributes[at] != -1) {
                union.attribute(attribute, of.attributes[at], of.attributeSignatures[at], of.attributeRows[at]);
            }
        }
        int i = 0;
        int j = 0;
        while (i < older.size || j < newer.size) {
            int x = i < older.size ? older.identifiers[i] : Integer.MAX_VALUE;
            int y = j < newer.size ? newer.identifiers[j] : Integer.MAX_VALUE;
            if (x == y) {
                union.addFrom(newer, j++);
                int last = union.size - 1;
                union.firstSeen[last] = Math.min(union.firstSeen[last], older.firstSeen[i]);
                union.lastSeen[last] = Math.max(union.lastSeen[last], older.lastSeen[i++]);
            } else if (x < y) {
                union.addFrom(older, i++);
            } else {
                union.addFrom(newer, j++);
            }
        }
        for (AccountView view : new AccountView[] {older, newer}) {
            for (int k = 0; k < view.keyCount; k++) {
                if (!union.hasKey(view.keys[k])) {
                    union.key(view.keys[k]);
                }
            }
        }
        return union;
    }

    private void addFrom(AccountView other, int i) {
        add(
                other.identifiers[i],
                other.types[i],
                other.firstSeen[i],
                other.lastSeen[i],
                other.signatures[i],
                other.rows[i]);
    }

    /** Whether an identifier of it has that blocking key. */
    boolean hasKey(int key) {
        for (int k = 0; k < keyCount; k++) {
            if (keys[k] == key) {
                return true;
            }
        }
        return false;
    }

    /** Whether it is seen with that identifier. */
    boolean has(int identifier) {
        return Arrays.binarySearch(identifiers, 0, size, identifier) >= 0;
    }

    /** When it was first seen with an identifier; when it was created, where that is a placeholder. */
    long firstSeen(int identifier) {
        int at = Arrays.binarySearch(identifiers, 0, size, identifier);
        return at < 0 ? createdAt : firstSeen[at];
    }

    /** Whether it is seen with that identifier at the time, or before and after. */
    boolean isSeen(int identifier, long time) {
        int at = Arrays.binarySearch(identifiers, 0, size, identifier);
        return at >= 0 && firstSeen[at] <= time && time <= lastSeen[at];
    }

    private void grow() {
        int capacity = size * 2;
        identifiers = Arrays.copyOf(identifiers, capacity);
        types = Arrays.copyOf(types, capacity);
        firstSeen = Arrays.copyOf(firstSeen, capacity);
        lastSeen = Arrays.copyOf(lastSeen, capacity);
        signatures = Arrays.copyOf(signatures, capacity);
        rows = Arrays.copyOf(rows, capacity);
    }
}
