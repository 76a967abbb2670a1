/** The onboarding check: one read-only decision about one applicant, free of transport. */
@NullMarked
package io.ringsight.detect.check;

import org.jspecify.annotations.NullMarked;
