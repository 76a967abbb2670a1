/**
 * The graph that the network computes on: accounts and the identifiers that at least two of them share, one relation an identifier
 * type, with features of accounts and of pairs. Made from a snapshot alone, by plain Java; no tensors yet. See ADR 10.
 */
@NullMarked
package io.ringsight.gnn.graph;

import org.jspecify.annotations.NullMarked;
