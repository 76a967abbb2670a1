package io.ringsight.gnn.training;

/**
 * How to train.
 *
 * @param width numbers of an embedding
 * @param layers steps account → identifier → account
 * @param fanOut of the samples
 * @param batch seeds a step
 * @param pretraining epochs over all accounts with the objective that needs no labels; 0 for none, which did as well where there
 *     were labels
 * @param epochs most epochs over the labelled accounts
 * @param patience epochs without a better validation loss until it stops
 * @param rate largest step of Adam; it falls along half a cosine to zero at the last epoch
 * @param decay of weights
 * @param clip longest gradient
 * @param hidden share of columns and of listenings that each supervised step does without (N. Srivastava et al.: Dropout, JMLR 15,
 *     2014; Y. Rong et al.: DropEdge, ICLR 2020)
 * @param seed of everything random
 */
public record TrainingParameters(
        int width,
        int layers,
        FanOut fanOut,
        int batch,
        int pretraining,
        int epochs,
        int patience,
        double rate,
        double decay,
        double clip,
        double hidden,
        long seed) {
    public static final TrainingParameters DEFAULT =
            new TrainingParameters(64, 2, FanOut.DEFAULT, 256, 0, 20, 4, 2e-3, 1e-2, 1.0, 0.2, 42);

    /** Of each class: fewer teach nothing. */
    public static final int LEAST_LABELS = 20;

    public TrainingParameters {
        if (batch < 2 || pretraining < 0 || epochs < 0 || patience < 1) {
            throw new IllegalArgumentException("Batch " + batch + ", pretraining " + pretraining + ", epochs " + epochs
                    + ", patience " + patience + ": at least 2, 0, 0 and 1.");
        }
        if (!(hidden >= 0 && hidden < 1)) {
            throw new IllegalArgumentException("Hidden is a share from 0 to below 1, not " + hidden + ".");
        }
        if (!(rate > 0 && rate <= 1 && decay >= 0 && decay <= 1 && clip > 0)) {
            throw new IllegalArgumentException(
                    "Rate " + rate + ", decay " + decay + ", clip " + clip + ": 0 to 1, 0 to 1 and above 0.");
        }
    }

    public TrainingParameters withSeed(long other) {
        return new TrainingParameters(
                width, layers, fanOut, batch, pretraining, epochs, patience, rate, decay, clip, hidden, other);
    }
}
