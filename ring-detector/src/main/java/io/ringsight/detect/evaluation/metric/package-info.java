/** How well rings are found: clusters against clusters. Plain arrays in, each metric names its paper. */
@NullMarked
package io.ringsight.detect.evaluation.metric;

import org.jspecify.annotations.NullMarked;
