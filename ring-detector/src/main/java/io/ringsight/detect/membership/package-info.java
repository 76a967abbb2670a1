/** Who uses what and who is in which ring, in memory, for questions that cannot wait. */
@NullMarked
package io.ringsight.detect.membership;

import org.jspecify.annotations.NullMarked;
