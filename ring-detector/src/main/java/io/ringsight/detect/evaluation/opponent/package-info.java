/**
 * What the product has to beat, trained and run on the same files. Frozen: an opponent changes only to become stronger, and
 * the change is written down in {@code docs/evaluation.md}.
 */
@NullMarked
package io.ringsight.detect.evaluation.opponent;

import org.jspecify.annotations.NullMarked;
