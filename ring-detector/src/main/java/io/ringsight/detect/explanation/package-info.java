/**
 * Why a ring is one and why it is risky, in things an investigator can go and look at: the few that hold it together, counts, how it grew,
 * who plays which part, and the shortest ways from an account to its ring and to known fraud. Worked out on demand, for one ring.
 */
@NullMarked
package io.ringsight.detect.explanation;

import org.jspecify.annotations.NullMarked;
