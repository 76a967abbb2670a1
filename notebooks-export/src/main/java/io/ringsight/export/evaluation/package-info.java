/** Scorecards as {@code metrics.json} and as one self-contained HTML page. */
@NullMarked
package io.ringsight.export.evaluation;

import org.jspecify.annotations.NullMarked;
