/** How probable fraud is, for a ring as a whole and for an account, and for which reasons. */
@NullMarked
package io.ringsight.detect.risk;

import org.jspecify.annotations.NullMarked;
