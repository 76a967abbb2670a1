/** The snapshot in Arrow batches, off the heap: what tensors look at and what files hold. */
@NullMarked
package io.ringsight.gnn.arrow;

import org.jspecify.annotations.NullMarked;
