/** Pairs of accounts with the sum of their evidence as a probability of common control. */
@NullMarked
package io.ringsight.detect.link;

import org.jspecify.annotations.NullMarked;
