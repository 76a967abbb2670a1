@NullMarked
package io.ringsight.ingest.normalise;

import org.jspecify.annotations.NullMarked;
