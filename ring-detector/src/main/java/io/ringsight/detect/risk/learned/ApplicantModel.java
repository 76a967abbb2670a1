package io.ringsight.detect.risk.learned;

import io.ringsight.detect.evidence.LogOdds;
import io.ringsight.gnn.model.GraphModel;
import java.util.List;

/**
 * What a graph network adds to what is held of an applicant, who is not in the snapshot: one network, taught by all labels and deaf to
 * them, and a {@linkplain Correction correction} that was learned out of time, from what a network that saw only the labelled accounts
 * created first said of the others when these were young. Immutable, thread-safe.
 *
 * @param network that hears an applicant
 * @param correction of what is held, by what the network says and by itself
 * @param moved bits by which this network starts above the one that taught the correction
 * @param share of fraud among those that taught the correction
 */
public record ApplicantModel(GraphModel network, Correction correction, double moved, double share) {
    private static final double BIT = StrictMath.log(2);

    /**
     * A labelled account of those created last.
     *
     * @param held log2 odds by evidence when it was young
     * @param said log2 odds by a network that knows only those created before
     * @param fold whoever is in another fold teaches what this one is judged by
     */
    public record Example(double held, double said, boolean fraud, int fold) {}

    /**
     * @param early the network that spoke of the examples
     * @param prior share of fraud that {@code held} is about
     */
    public static ApplicantModel of(GraphModel network, GraphModel early, List<Example> examples, double prior) {
        double share = examples.stream().filter(Example::fraud).count() / (double) examples.size();
        double shift = LogOdds.bits(prior) - LogOdds.bits(share);
        Correction correction = Correction.of(examples.stream()
                .map(example -> new Correction.Example(
                        example.held() - shift,
                        row(example.said(), example.held()),
                        example.fraud() ? 1 : -1,
                        example.fold()))
                .toList());
        double moved = LogOdds.bits(network.shareOfFraud()) - LogOdds.bits(early.shareOfFraud());
        return new ApplicantModel(network, correction, moved, share);
    }

    private static double[] row(double said, double held) {
        return new double[] {said, held};
    }

    /**
     * Log2 odds of fraud of an applicant.
     *
     * @param held log2 odds without the network
     * @param logOdds natural, as the network says
     * @param prior share of fraud among those to be judged
     */
    public double bits(double held, double logOdds, double prior) {
        double shift = LogOdds.bits(prior) - LogOdds.bits(share);
        return correction.bits(held - shift, row(logOdds / BIT - moved, held)) + shift;
    }
}
