package io.ringsight.ingest.record;

/** What an account says of the person behind it; tokens in the graph, never raw. Missing for some accounts. */
public enum AccountAttribute {
    GIVEN_NAME,
    SURNAME,
    BIRTH_DATE
}
