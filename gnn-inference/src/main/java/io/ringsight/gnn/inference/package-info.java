/** Uses a trained network: on a whole graph, a layer at a time, and on one account against it. */
@NullMarked
package io.ringsight.gnn.inference;

import org.jspecify.annotations.NullMarked;
