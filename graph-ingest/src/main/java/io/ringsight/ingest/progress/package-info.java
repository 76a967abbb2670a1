/** How long work tells that it goes on, and learns that it must stop. */
@NullMarked
package io.ringsight.ingest.progress;

import org.jspecify.annotations.NullMarked;
