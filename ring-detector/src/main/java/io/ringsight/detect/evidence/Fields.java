package io.ringsight.detect.evidence;

import io.ringsight.ingest.record.IdentifierKind;
import io.ringsight.ingest.record.IdentifierTypes;

/**
 * The fields in which two accounts are compared: what they say of the person, when they came, what stands behind the things they
 * share, and each identifier type. Immutable, thread-safe.
 */
final class Fields {
    static final int GIVEN_NAME = 0;
    static final int SURNAME = 1;
    static final int BIRTH_DATE = 2;
    static final int TIME = 3;
    /** What other pairs behind a shared thing are like, in a field for each size of crowd: only one of them is there. */
    static final int TIED = 4;

    static final int KIN = 7;
    static final int PACE = 10;
    /** The field of the first identifier type; the others follow by ordinal. */
    static final int FIRST_TYPE = 13;

    private static final int SMALL = 4; // sharing a thing
    private static final int MIDDLE = 16;

    private final IdentifierTypes types;
    private final int size;

    Fields(IdentifierTypes types) {
        this.types = types;
        this.size = Math.min(FIRST_TYPE + types.size(), ComparisonVector.MOST_FIELDS);
    }

    /** By how many share a thing: 0, 1 or 2, to be added to {@link #TIED}, {@link #KIN} and {@link #PACE}. */
    static int crowd(int sharing) {
        return sharing <= SMALL ? 0 : sharing <= MIDDLE ? 1 : 2;
    }

    static boolean isOfCrowd(int field) {
        return field >= TIED && field < FIRST_TYPE;
    }

    int size() {
        return size;
    }

    IdentifierTypes types() {
        return types;
    }

    /** The field of an identifier type, or -1 when there are more types than fields: the last configured ones. */
    int ofType(int type) {
        return FIRST_TYPE + type < size ? FIRST_TYPE + type : -1;
    }

    /** The field of the identifier type of that name, or -1. */
    int ofTypeNamed(String name) {
        int type = types.ordinal(name);
        return type < 0 ? -1 : ofType(type);
    }

    boolean isType(int field) {
        return field >= FIRST_TYPE;
    }

    int type(int field) {
        return field - FIRST_TYPE;
    }

    boolean isBits(int field) {
        return isType(field) && types.get(type(field)).kind() == IdentifierKind.BITS;
    }

    /** The word of a field, as glossary and files have it. */
    String name(int field) {
        return switch (field) {
            case GIVEN_NAME -> "given_name";
            case SURNAME -> "surname";
            case BIRTH_DATE -> "birth_date";
            case TIME -> "time";
            default ->
                isType(field) ? types.get(type(field)).name() : field < KIN ? "tied" : field < PACE ? "kin" : "pace";
        };
    }
}
