/** How well scores of nodes rank and how honest their probabilities are. Each metric names its paper. */
@NullMarked
package io.ringsight.gnn.metric;

import org.jspecify.annotations.NullMarked;
