@NullMarked
package io.ringsight.ingest.source;

import org.jspecify.annotations.NullMarked;
