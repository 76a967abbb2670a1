/** Risks of accounts and rings that are learned from labels, on top of what evidence says. */
@NullMarked
package io.ringsight.detect.risk.learned;

import org.jspecify.annotations.NullMarked;
