/** Files that are there as a whole or not at all. */
@NullMarked
package io.ringsight.gnn.file;

import org.jspecify.annotations.NullMarked;
