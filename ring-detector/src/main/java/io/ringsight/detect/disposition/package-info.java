/**
 * What investigators decided about accounts, pairs of them and rings: events, of which a later one may undo an earlier one, the rules
 * by which one is taken, and what stands of them at a moment.
 */
@NullMarked
package io.ringsight.detect.disposition;

import org.jspecify.annotations.NullMarked;
