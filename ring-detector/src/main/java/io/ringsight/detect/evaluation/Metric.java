package io.ringsight.detect.evaluation;

/** What every contender is measured by in every period. Keys are stable: files and baselines name them. */
public enum Metric {
    AUROC("auroc", "AUROC", Better.HIGHER),
    AUPRC("auprc", "AUPRC", Better.HIGHER),
    RECALL_AT_0_1_PERCENT("recall_at_fpr_0.001", "recall at 0.1 % FPR", Better.HIGHER),
    RECALL_AT_0_5_PERCENT("recall_at_fpr_0.005", "recall at 0.5 % FPR", Better.HIGHER),
    RECALL_AT_1_PERCENT("recall_at_fpr_0.01", "recall at 1 % FPR", Better.HIGHER),
    PRECISION_AT_100("precision_at_100", "precision at 100", Better.HIGHER),
    PRECISION_AT_1000("precision_at_1000", "precision at 1000", Better.HIGHER),
    CALIBRATION_SLOPE("calibration_slope", "calibration slope", Better.NEITHER),
    CALIBRATION_INTERCEPT("calibration_intercept", "calibration intercept", Better.NEITHER),
    CALIBRATION_ERROR("expected_calibration_error", "ECE", Better.LOWER),
    RING_B_CUBED_PRECISION("ring_b_cubed_precision", "ring B³ precision", Better.HIGHER),
    RING_B_CUBED_RECALL("ring_b_cubed_recall", "ring B³ recall", Better.HIGHER),
    RING_B_CUBED_F1("ring_b_cubed_f1", "ring B³ F1", Better.HIGHER),
    RING_PAIR_PRECISION("ring_pair_precision", "ring pair precision", Better.HIGHER),
    RING_PAIR_RECALL("ring_pair_recall", "ring pair recall", Better.HIGHER),
    RING_PAIR_F1("ring_pair_f1", "ring pair F1", Better.HIGHER),
    RING_ADJUSTED_RAND("ring_adjusted_rand", "ring adjusted Rand", Better.HIGHER),
    HONEST_IN_RISKY_RINGS("honest_in_risky_rings", "honest in risky rings", Better.LOWER),
    ALL_RINGS_B_CUBED_PRECISION("all_rings_b_cubed_precision", "all rings B³ precision", Better.HIGHER),
    ALL_RINGS_B_CUBED_RECALL("all_rings_b_cubed_recall", "all rings B³ recall", Better.HIGHER),
    ALL_RINGS_B_CUBED_F1("all_rings_b_cubed_f1", "all rings B³ F1", Better.HIGHER),
    ALL_RINGS_PAIR_PRECISION("all_rings_pair_precision", "all rings pair precision", Better.HIGHER),
    ALL_RINGS_PAIR_RECALL("all_rings_pair_recall", "all rings pair recall", Better.HIGHER),
    ALL_RINGS_PAIR_F1("all_rings_pair_f1", "all rings pair F1", Better.HIGHER),
    LINK_PRECISION("link_precision", "link precision", Better.HIGHER),
    LINK_RECALL("link_recall", "link recall", Better.HIGHER),
    LINK_F1("link_f1", "link F1", Better.HIGHER);

    /** Which direction is good. */
    public enum Better {
        HIGHER,
        LOWER,
        /** Best at a point between. */
        NEITHER
    }

    private final String key;
    private final String title;
    private final Better better;

    Metric(String key, String title, Better better) {
        this.key = key;
        this.title = title;
        this.better = better;
    }

    /** As files have it. */
    public String key() {
        return key;
    }

    /** As tables have it. */
    public String title() {
        return title;
    }

    public Better better() {
        return better;
    }
}
