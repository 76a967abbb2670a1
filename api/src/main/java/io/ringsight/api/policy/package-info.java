/** Policy: what is done about an applicant of whom a check says how probable fraud is. Free of transport and store. */
@NullMarked
package io.ringsight.api.policy;

import org.jspecify.annotations.NullMarked;
