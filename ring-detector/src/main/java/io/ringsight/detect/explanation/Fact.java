package io.ringsight.detect.explanation;

/**
 * A number or date that a sentence states.
 *
 * @param name of what it counts, in snake case
 * @param value as the sentence has it
 * @param from where in the answer about the ring it stands: names and positions from the top, joined by dots; of a list, its length
 */
public record Fact(String name, String value, String from) {}
