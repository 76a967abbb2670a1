package io.ringsight.ingest.simulate;

/**
 * A dial as it is shown to people.
 *
 * @param source where the default is from; "assumption" where it is nobody's but ours
 */
public record DialDescription(String name, double usual, double least, double most, String meaning, String source) {}
