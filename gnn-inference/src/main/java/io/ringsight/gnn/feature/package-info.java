/** What is told about accounts and identifiers to whoever computes on them: columns, their meaning, their schema. */
@NullMarked
package io.ringsight.gnn.feature;

import org.jspecify.annotations.NullMarked;
