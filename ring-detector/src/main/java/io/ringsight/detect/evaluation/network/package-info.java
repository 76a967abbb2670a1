/** The product with the graph network, as a contender. */
@NullMarked
package io.ringsight.detect.evaluation.network;

import org.jspecify.annotations.NullMarked;
