/**
 * The tables of a view between processes, over Arrow Flight: one that has the snapshot sends them, one that has the model (and perhaps a
 * GPU) answers with embeddings. The only package that touches the network; {@link io.ringsight.gnn.flight.EmbeddingsServer} says how.
 */
@NullMarked
package io.ringsight.gnn.flight;

import org.jspecify.annotations.NullMarked;
