package io.ringsight.ingest.record;

/**
 * What two identifiers of one type have in common when they share a blocking key. The order is part of stored keys: new kinds
 * come last, at most sixteen in all.
 */
public enum BlockingKind {
    /** Codes that are equal once letters and digits that look alike are read as one. */
    OCR_CLASS,
    /** Numbers of one series within a window of 8. */
    SERIAL_NEAR,
    /** Numbers of one series within a window of 64. */
    SERIAL_FAR,
    /** E-mail addresses of one domain that differ in digits, dots and tags alone. */
    TEMPLATE,
    /** E-mail addresses of one local part, whatever the domain. */
    LOCAL_PART,
    /** E-mail addresses at one domain of throw-away mailboxes. */
    DISPOSABLE,
    /** Addresses that differ in the flat alone. */
    BUILDING;

    private static final int MASK = 15;
    private static final BlockingKind[] ALL = values();

    /** The key of a hash: its low four bits make room for the kind. */
    public long key(long hash) {
        return hash & ~MASK | ordinal();
    }

    /** The kind of a key. */
    public static BlockingKind of(long key) {
        int ordinal = (int) key & MASK;
        if (ordinal >= ALL.length) {
            throw new IllegalArgumentException("Blocking key of kind " + ordinal + ", of which nothing is known.");
        }
        return ALL[ordinal];
    }
}
