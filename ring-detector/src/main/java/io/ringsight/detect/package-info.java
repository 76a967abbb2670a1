/** Detection: from a snapshot to links, rings and risk. {@link io.ringsight.detect.DetectionRun} reads as the pipeline. */
@NullMarked
package io.ringsight.detect;

import org.jspecify.annotations.NullMarked;
