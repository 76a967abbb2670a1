package io.ringsight.gnn.model;

import io.ringsight.gnn.graph.FeatureSchema;

/**
 * Sizes of the network.
 *
 * @param accountFeatures columns of the accounts' table
 * @param pairFeatures columns of the pairs' table
 * @param relations identifier types
 * @param width numbers of an embedding
 * @param layers steps account → identifier → account
 */
public record ModelShape(int accountFeatures, int pairFeatures, int relations, int width, int layers) {
    /** Numbers of the hidden layer of the head. */
    public static final int HIDDEN = 32;

    public ModelShape {
        if (accountFeatures < 1 || pairFeatures < 1 || relations < 1) {
            throw new IllegalArgumentException("A model has features of accounts and pairs and relations, not "
                    + accountFeatures + ", " + pairFeatures + " and " + relations + ".");
        }
        if (width < 4 || width > 512 || layers < 1 || layers > 4) {
            throw new IllegalArgumentException(
                    "A model is 4 to 512 wide and 1 to 4 layers deep, not " + width + " and " + layers + ".");
        }
    }

    /** For features of a schema. */
    public static ModelShape of(FeatureSchema schema, int width, int layers) {
        return new ModelShape(
                schema.accounts().size(),
                schema.pairs().size(),
                schema.relations().size(),
                width,
                layers);
    }

    /** Of each pair: how loud and how attentive in each layer, then for labels. */
    public int gates() {
        return 2 * layers + 2;
    }
}
