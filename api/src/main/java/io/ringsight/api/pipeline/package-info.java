/** The way through, put together: what an installation is, how files and stores become detections, what is reported. */
@NullMarked
package io.ringsight.api.pipeline;

import org.jspecify.annotations.NullMarked;
