/** Everything that speaks Bolt: the connection to the store, what is written to it and what is read back. */
@NullMarked
package io.ringsight.ingest.neo4j;

import org.jspecify.annotations.NullMarked;
