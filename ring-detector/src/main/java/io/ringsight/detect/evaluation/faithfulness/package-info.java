/** Whether explanations are true: what is left of the risk of a ring when the evidence that was cited is taken away, or alone is kept. */
@NullMarked
package io.ringsight.detect.evaluation.faithfulness;

import org.jspecify.annotations.NullMarked;
