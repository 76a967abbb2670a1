/** Checks as they are answered: what is known of an applicant, what policy makes of it, and what is kept of both. Free of transport. */
@NullMarked
package io.ringsight.api.decision;

import org.jspecify.annotations.NullMarked;
