/** Detections in the store: published whole, read back exactly. */
@NullMarked
package io.ringsight.detect.neo4j;

import org.jspecify.annotations.NullMarked;
