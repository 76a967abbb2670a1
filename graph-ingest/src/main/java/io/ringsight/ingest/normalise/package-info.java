/** From a raw value to its one normal form per identifier type, and whether it is plausible. Raw values stay inside. */
@NullMarked
package io.ringsight.ingest.normalise;

import org.jspecify.annotations.NullMarked;
