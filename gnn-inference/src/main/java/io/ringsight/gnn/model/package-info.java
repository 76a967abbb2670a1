/** What the network is: its shape, where its parameters lie in one flat array, how they start, what a model is. No tensors. */
@NullMarked
package io.ringsight.gnn.model;

import org.jspecify.annotations.NullMarked;
