/** Why two accounts may be under common control, in bits: which pairs to look at, and what their agreements weigh. */
@NullMarked
package io.ringsight.detect.evidence;

import org.jspecify.annotations.NullMarked;
