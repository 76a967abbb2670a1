/**
 * Account risk by the graph network: what evidence without labels says of an account goes into the network as columns, at several
 * moments, and its answer is calibrated. {@code NetworkTraining} reads as the way through.
 */
@NullMarked
package io.ringsight.detect.risk.network;

import org.jspecify.annotations.NullMarked;
