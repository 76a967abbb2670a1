/** The graph as of a time, in primitive arrays: the unit that every computation runs on. */
@NullMarked
package io.ringsight.ingest.snapshot;

import org.jspecify.annotations.NullMarked;
