/** Tests of writer, reader and loader against a real local store. */
@NullMarked
package io.ringsight.ingest.neo4j;

import org.jspecify.annotations.NullMarked;
