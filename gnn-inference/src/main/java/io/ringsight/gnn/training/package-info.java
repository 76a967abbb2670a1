/**
 * Teaches the network: what is sampled, what is hidden, which steps are taken, when to stop. Everything random comes from the seed;
 * nothing that was learned after a moment is seen at that moment.
 */
@NullMarked
package io.ringsight.gnn.training;

import org.jspecify.annotations.NullMarked;
