/**
 * Rings over time: which ring of a new detection is which of those before, and what became of each. A ring keeps its id for as long as
 * most of it stays together.
 */
@NullMarked
package io.ringsight.detect.lineage;

import org.jspecify.annotations.NullMarked;
