/** The onboarding check: what is known of one applicant, read-only and free of transport. */
@NullMarked
package io.ringsight.detect.check;

import org.jspecify.annotations.NullMarked;
