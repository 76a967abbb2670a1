package io.ringsight.api.pipeline;

import io.ringsight.detect.DetectionParameters;

/**
 * The product told something else than usual, to take part in an evaluation beside itself.
 *
 * @param name as tables name it: {@code ringsight-no-rarity}
 * @param parameters of which prior, seed and time are those of the training all the same
 */
public record ProductVariant(String name, DetectionParameters parameters) {}
