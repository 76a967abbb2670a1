package io.ringsight.detect.evaluation;

import io.ringsight.detect.link.Link;

/**
 * A link of the product between accounts of no common true ring.
 *
 * @param patternA what account a really is: its pattern, or fraud, or honest
 * @param patternB what account b really is
 */
public record FalseLink(Link link, String patternA, String patternB) {}
