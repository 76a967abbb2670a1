package io.ringsight.detect;

import io.ringsight.detect.evidence.PairModel;
import io.ringsight.detect.risk.Calibration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/**
 * Where a detection came from.
 *
 * @param snapshot names the snapshot: its newest time and its counts
 * @param modelVersion names the rules and parameters of evidence and risk
 * @param engine what found the components: {@code jvm} or {@code gds}
 * @param embedding what embedded the accounts, or {@code none}
 * @param device where they were embedded, {@code cpu} or {@code cuda}; {@code cpu} when they were not
 * @param calibration how risks that rest on evidence are calibrated on labels
 * @param learned whether labels taught the risks; then these are calibrated already
 * @param prior probability that an account is fraudulent before anything is known of it
 * @param typePriors what was assumed of identifier types where that is not the default, such as {@code loyalty_card.operated=0.3}
 * @param seed of everything random
 * @param candidatePairs how many pairs were looked at
 * @param pairModel the parameters of evidence, estimated in this run
 * @param timings wall time of each stage in milliseconds, in order
 */
public record DetectionFacts(
        String snapshot,
        String modelVersion,
        String engine,
        String embedding,
        String device,
        Calibration calibration,
        boolean learned,
        double prior,
        List<String> typePriors,
        long seed,
        long candidatePairs,
        PairModel pairModel,
        SequencedMap<String, Long> timings) {
    public DetectionFacts {
        typePriors = List.copyOf(typePriors);
        timings = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(timings));
    }

    /** Whether risks were calibrated on labels. */
    public boolean calibrated() {
        return learned || calibration.fitted();
    }
}
