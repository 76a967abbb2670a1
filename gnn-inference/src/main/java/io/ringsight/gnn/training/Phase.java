package io.ringsight.gnn.training;

/** What a training goes through, in order. */
public enum Phase {
    /** Without labels: whose identifier was hidden? */
    CONTRAST,
    /** On the earlier accounts, until the later ones are judged no better. */
    SUPERVISED,
    /** Once more, on all of them, for as many epochs. */
    REFIT
}
