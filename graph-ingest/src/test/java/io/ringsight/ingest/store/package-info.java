/** The local store's tests, and the store that other integration tests share. */
@NullMarked
package io.ringsight.ingest.store;

import org.jspecify.annotations.NullMarked;
