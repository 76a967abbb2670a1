/**
 * Rings that follow each change of a link, within an epoch: only what a change touches is worked out again, and the result is that of
 * working out everything.
 */
@NullMarked
package io.ringsight.detect.incremental;

import org.jspecify.annotations.NullMarked;
