/**
 * The local store as seen from outside: a Neo4j server in a JVM of its own, started on demand, found again through an
 * owner-only address file in the data folder, and stopped cleanly. Nothing of Neo4j is on our class path here.
 */
@NullMarked
package io.ringsight.ingest.store;

import org.jspecify.annotations.NullMarked;
