/** Opponents whose embeddings come from the Graph Data Science library. Frozen, like all opponents. */
@NullMarked
package io.ringsight.detect.gds.opponent;

import org.jspecify.annotations.NullMarked;
