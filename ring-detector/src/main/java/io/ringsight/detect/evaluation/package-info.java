/**
 * The evaluation lab: contenders are trained with what was known at a time, judge the whole graph, and are scored against the
 * truth. {@code Evaluation} reads as the way through.
 */
@NullMarked
package io.ringsight.detect.evaluation;

import org.jspecify.annotations.NullMarked;
