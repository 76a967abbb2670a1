package io.ringsight.detect.evidence;

/** What evidence can be measured without, to see what it is worth. */
public enum Ablation {
    /** How common a value is plays no part. */
    RARITY,
    /** When accounts came and things were used plays no part. */
    TIME,
    /** That a name, a birth date, a face or a paper differs is taken for not known. */
    CONFLICTS,
    /** Households, places and second accounts of one person are no explanations. */
    INNOCENCE,
    /** Only equal values count. */
    RESEMBLANCE;
}
