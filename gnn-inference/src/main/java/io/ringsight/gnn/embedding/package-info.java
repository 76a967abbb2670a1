/** Turns a snapshot into one vector an account: the method, its parameters, and what comes out. */
@NullMarked
package io.ringsight.gnn.embedding;

import org.jspecify.annotations.NullMarked;
