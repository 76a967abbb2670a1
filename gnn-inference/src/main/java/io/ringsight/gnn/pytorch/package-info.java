/** The only package that knows DJL: starts PyTorch, looks at Arrow buffers as tensors, runs our fused operations. */
@NullMarked
package io.ringsight.gnn.pytorch;

import org.jspecify.annotations.NullMarked;
