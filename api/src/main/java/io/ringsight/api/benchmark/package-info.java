/**
 * How fast checks are: applicants of four kinds, sent to a running server at the times of a schedule, or decided about in this process.
 * Begin at {@code LoadTest} and {@code CheckTimes}.
 */
@NullMarked
package io.ringsight.api.benchmark;

import org.jspecify.annotations.NullMarked;
