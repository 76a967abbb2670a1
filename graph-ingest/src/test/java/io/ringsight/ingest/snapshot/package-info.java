@NullMarked
package io.ringsight.ingest.snapshot;

import org.jspecify.annotations.NullMarked;
