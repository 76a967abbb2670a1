/**
 * Files as they come: raw applications out of JSON Lines, CSV folders and Parquet, labels, the configuration of identifier
 * types, and what was rejected and why. Raw identifier values live here, in {@code normalise} and in {@code tokenise} only.
 */
@NullMarked
package io.ringsight.ingest.source;

import org.jspecify.annotations.NullMarked;
