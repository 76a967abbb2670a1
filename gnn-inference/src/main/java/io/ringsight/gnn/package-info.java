@NullMarked
package io.ringsight.gnn;

import org.jspecify.annotations.NullMarked;
