package io.ringsight.ingest.record;

/** What an account says of the person behind it; tokens and signatures in the graph, never raw. Missing for some accounts. */
public enum AccountAttribute {
    GIVEN_NAME,
    SURNAME,
    BIRTH_DATE;

    /** Bits of the signature of a value. */
    public static final int SIGNATURE_BITS = 128;
}
