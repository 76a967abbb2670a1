package io.ringsight.detect.registry;

import io.ringsight.ingest.error.ErrorCode;
import io.ringsight.ingest.error.RingsightException;
import io.ringsight.ingest.progress.Progress;
import java.util.Locale;
import java.util.Optional;

/** What it takes to become champion: not to rank worse, on labelled accounts that came after what it was taught, than who stands. */
public final class PromotionGate {
    /** Average precision that a candidate may be below the incumbent, as long as that may be chance. */
    static final double TOLERANCE = 0.01;

    private PromotionGate() {}

    /**
     * @param champion who stands now
     * @throws RingsightException GATE_FAILED with the numbers when it is not passed
     */
    public static Rivalry.Comparison pass(ModelBundle candidate, Optional<String> champion, Progress progress) {
        Rivalry rivalry = candidate.rivalry();
        String standing = champion.orElse(Rivalry.EVIDENCE);
        String id = candidate.model().id();
        if (!rivalry.incumbent().equals(standing)) {
            throw new RingsightException(
                    ErrorCode.GATE_FAILED,
                    id + " was compared with " + rivalry.incumbent() + ", but " + standing + " stands now.",
                    "Maybe train again: a candidate is compared with who stands then.");
        }
        if (!rivalry.tells()) {
            throw new RingsightException(
                    ErrorCode.GATE_FAILED,
                    "Too few labels came last to compare " + id + " with " + standing + ".",
                    "Maybe wait for more labels, of both kinds.");
        }
        Rivalry.Comparison compared = rivalry.compare(progress);
        boolean surelyWorse = compared.high() < 0;
        if (surelyWorse || compared.lead() < -TOLERANCE) {
            throw new RingsightException(
                    ErrorCode.GATE_FAILED,
                    String.format(
                            Locale.ROOT,
                            "%s ranks worse than %s: average precision %.3f against %.3f on %,d labelled accounts that came last, %,d"
                                    + " of them fraud (%+.3f, 90 %% interval %+.3f to %+.3f).",
                            id,
                            standing,
                            compared.candidate(),
                            compared.incumbent(),
                            compared.accounts(),
                            compared.frauds(),
                            compared.lead(),
                            compared.low(),
                            compared.high()),
                    "Maybe look at the labels that came since, or train with more of them.");
        }
        return compared;
    }
}
