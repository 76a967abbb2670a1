/**
 * Resemblance of bit signatures: which of millions are within some bits of each other, and of one more. Exact distances on
 * candidates from bit sampling (P. Indyk, R. Motwani: Approximate nearest neighbors, STOC 1998,
 * doi:10.1145/276698.276876).
 */
@NullMarked
package io.ringsight.ingest.resemblance;

import org.jspecify.annotations.NullMarked;
