package io.ringsight.detect.evaluation.opponent;

import io.ringsight.detect.evidence.Evidence;
import java.util.Comparator;
import java.util.List;

/** What an opponent that weighs pairs thinks of two accounts of a snapshot. Need not be thread-safe. */
interface PairScores {
    Comparator<Evidence> STRONGEST_FIRST =
            Comparator.comparingDouble((Evidence e) -> -Math.abs(e.bits())).thenComparing(Evidence::code);

    /** log2 odds of common control. */
    double bits(int a, int b);

    /** What adds up to that but for the prior, the strongest first. */
    List<Evidence> evidence(int a, int b);
}
