/** Accounts, identifiers, sightings and labels as they are after tokenisation: no raw value gets here. */
@NullMarked
package io.ringsight.ingest.record;

import org.jspecify.annotations.NullMarked;
